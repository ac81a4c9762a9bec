import 'placard/define';
import 'placard/react';

/** The case as it stands, with what was known when the page was made. */
export function Case({ feed, item }: { feed: string; item?: string }) {
  return (
    <placard-campaign
      src={feed}
      item={item}
      theme="auto"
      heading-level={3}
      onplacard-error={(event) => console.warn(event.error.code)}
      onplacard-action={(event) => console.log(event.action.type)}
    >
      <div lang="en">
        <p>
          <strong>Three press cards withdrawn.</strong> As of 2 March 2026 the case is pending.
        </p>
      </div>
    </placard-campaign>
  );
}
