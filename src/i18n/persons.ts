/** The affected persons of an item. A person who is free is not a status. */
import type { Item, Person } from '../feed/schema/schema.js';

export type Custody = NonNullable<Person['custody']>;
export type PersonInCustody = Person & { custody: Custody };

/** Returns the name that readers may see. */
export const shownName = ({ name, named }: Partial<Person>): string | undefined => (named === 'withheld' ? undefined : name);

/** Returns the persons whose custody is a status of the item. */
export function personsInCustody(item: Item): readonly PersonInCustody[] {
  const all = (item._placard?.persons ?? []).filter((person): person is PersonInCustody => !!person.custody);
  return all.some(({ custody }) => custody.state !== 'free') ? all : [];
}
