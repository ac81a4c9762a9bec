/** A press release as a distributor's page gives it to the clipboard: with menus, repeated lines and leftovers. All of it is fiction. */
export const RELEASE = `Results

EFR - Example Federation of Reporters

07/25/2025 | Press release | Distributed by Example on 07/25/2025 03:06

Exampleland: Three reporters refused press cards amid growing restrictions

25 July 2025

Exampleland: Three reporters refused press cards amid growing restrictions

On 15 July, three reporters of Example Radio were refused press cards by the ministry of Exampleland, because they had worked without cards. The Example Federation of Reporters condemns this decision as an attack on the right to report.

[Link]

In February, two months before the cards expired, the radio applied to renew them. The ministry has to answer in writing within two months. By April, the cards had expired and there was no answer.

On 11 July, Example Radio filed a suit against the delay. The case is pending, and the court has named no day for a hearing.

"The refusal of press cards is a clear attack on independent reporters. We call on the authorities to answer in writing," said General Secretary, Ada Example.

For more information, please contact +44 20 7946 0958 or press@example.org

Follow the Federation on the networks

Subscribe to the news

EFR - Example Federation of Reporters published this content on July 25, 2025. Distributed via Example, unedited and unaltered.
`;
