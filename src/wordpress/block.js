/** The block in the editor: asks the site's own server for the card of an address, and shows it. */
(({ apiFetch, blockEditor, blocks, components, element, url }, words) => {
  const { createElement, Fragment, RawHTML, useEffect, useState } = element;
  const { Button, Disabled, Notice, PanelBody, Placeholder, SelectControl, Spinner, TextControl } = components;
  const CHOICES = { look: ['editorial', 'campaign', 'plain'], theme: ['auto', 'light', 'dark'], fold: ['all', 'none'] };

  /** Returns the card of an address: the answer of the server, an error, or nothing while it loads. */
  function useCard(address, item, key) {
    const [state, setState] = useState({});
    const source = `${address} ${key}`;
    useEffect(() => {
      if (!address || (state.source === source && state.card?.item === item)) return undefined;
      let isCurrent = true;
      const choices = state.source === source ? state.choices : [];
      setState({ source, choices });
      apiFetch({ path: url.addQueryArgs('/placard/v1/card', { url: address, item, key }) }).then(
        (card) => isCurrent && setState({ source, card, choices: card.choices.length ? card.choices : choices }),
        (error) => isCurrent && setState({ source, choices, error: error.message }),
      );
      return () => (isCurrent = false);
    }, [address, item, key]);
    return state;
  }

  function Edit({ attributes, setAttributes }) {
    const { url: address, item, key, look = 'editorial', theme = 'auto' } = attributes;
    const [typed, setTyped] = useState(address ?? '');
    const { card, choices = [], error } = useCard(address, item, key);
    useEffect(() => {
      // The first item of a feed is another one tomorrow.
      if (card && !item && choices.length > 1) setAttributes({ item: card.item });
    }, [card]);
    const set = (name) => (value) => setAttributes({ [name]: value || undefined });
    const settings = createElement(
      blockEditor.InspectorControls,
      {},
      createElement(
        PanelBody,
        { title: words.settings },
        ...Object.entries(CHOICES).map(([name, values]) =>
          createElement(SelectControl, {
            key: name,
            label: words[name],
            value: attributes[name] ?? values[0],
            options: values.map((value) => ({ value, label: words[value] })),
            onChange: set(name),
          }),
        ),
        createElement(TextControl, { label: words.key, help: words.keyHelp, value: key ?? '', onChange: set('key') }),
        createElement(
          Button,
          { variant: 'link', onClick: () => setAttributes({ url: undefined, item: undefined, copy: undefined }) },
          words.other,
        ),
      ),
    );
    const form = createElement(
      Placeholder,
      { icon: 'megaphone', label: words.title, instructions: words.description },
      error && address && createElement(Notice, { status: 'error', isDismissible: false }, error),
      createElement(
        'form',
        {
          onSubmit: (event) => {
            event.preventDefault();
            setAttributes({ url: typed.trim() || undefined, item: undefined });
          },
        },
        createElement(TextControl, { label: words.address, type: 'url', value: typed, onChange: setTyped }),
        createElement(Button, { variant: 'primary', type: 'submit' }, words.show),
      ),
    );
    const chooser =
      choices.length > 1 && createElement(SelectControl, { label: words.choose, value: item, options: choices, onChange: set('item') });
    const classes = ['placard-card', look !== 'editorial' && `placard-${look}`, theme !== 'auto' && `placard-${theme}`].filter(Boolean);
    const shown = card && card.html.replace('class="placard-card"', `class="${classes.join(' ')}"`);
    return createElement(
      'div',
      blockEditor.useBlockProps(),
      settings,
      !address || error
        ? form
        : card
          ? createElement(Fragment, {}, chooser, createElement(Disabled, {}, createElement(RawHTML, {}, shown)))
          : createElement(Spinner),
    );
  }

  blocks.registerBlockType('placard/card', {
    title: words.title,
    description: words.description,
    edit: Edit,
    // The copy stays in the post, also without the plugin.
    save: ({ attributes }) => createElement(RawHTML, {}, attributes.copy ?? ''),
    transforms: {
      from: [
        {
          type: 'shortcode',
          tag: 'placard',
          attributes: Object.fromEntries(
            ['url', 'item', 'key', ...Object.keys(CHOICES)].map((name) => [
              name,
              { type: 'string', shortcode: ({ named }) => named[name] },
            ]),
          ),
        },
      ],
    },
  });
})(window.wp, window.placardWords);
