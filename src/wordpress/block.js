/** The block in the editor: asks the site's own server for the card of an address, and shows it. */
(({ apiFetch, blockEditor, blocks, components, element, i18n, url }) => {
  const { createElement, Fragment, RawHTML, useEffect, useState } = element;
  const { Button, Disabled, Notice, PanelBody, Placeholder, SelectControl, Spinner, TextControl } = components;
  const { __ } = i18n;
  /** The choices of the sidebar: label, and label by value. The first value needs no attribute. */
  const CHOICES = {
    look: [
      __('Look', 'placard'),
      { editorial: __('Quiet', 'placard'), campaign: __('Bold', 'placard'), plain: __('As the page', 'placard') },
    ],
    theme: [__('Colours', 'placard'), { auto: __('As the page', 'placard'), light: __('Light', 'placard'), dark: __('Dark', 'placard') }],
    fold: [__('Sections', 'placard'), { all: __('Closed', 'placard'), none: __('Open', 'placard') }],
  };

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
    const { url: address, item, key, look, theme } = attributes;
    const { title } = blocks.getBlockType('placard/card');
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
        { title: __('Display', 'placard') },
        ...Object.entries(CHOICES).map(([name, [label, labels]]) =>
          createElement(SelectControl, {
            key: name,
            label,
            value: attributes[name],
            options: Object.entries(labels).map(([value, label], index) => ({ value: index ? value : '', label })),
            onChange: set(name),
          }),
        ),
        createElement(TextControl, {
          label: __('Public key of the publisher', 'placard'),
          help: __('Optional. The card then shows only what this key signed.', 'placard'),
          value: key ?? '',
          onChange: set('key'),
        }),
        address &&
          createElement(
            Button,
            { variant: 'link', onClick: () => setAttributes({ url: undefined, item: undefined, copy: undefined }) },
            __('Other address', 'placard'),
          ),
      ),
    );
    const form = createElement(
      Placeholder,
      {
        icon: 'megaphone',
        label: title,
        instructions: __('Address of the feed, of the item’s page, or of the site', 'placard'),
        notices: error && address && createElement(Notice, { status: 'error', isDismissible: false }, error),
      },
      createElement(
        'form',
        {
          onSubmit: (event) => {
            event.preventDefault();
            setAttributes({ url: typed.trim() || undefined, item: undefined });
          },
        },
        createElement('input', {
          className: 'components-placeholder__input',
          type: 'url',
          'aria-label': __('Address of the feed, of the item’s page, or of the site', 'placard'),
          placeholder: 'https://',
          value: typed,
          onChange: ({ target }) => setTyped(target.value),
        }),
        createElement(Button, { variant: 'primary', type: 'submit' }, __('Show', 'placard')),
      ),
    );
    const chooser =
      choices.length > 1 &&
      createElement(SelectControl, { label: __('Item', 'placard'), value: item, options: choices, onChange: set('item') });
    const classes = ['placard-card', look, theme].filter(Boolean).join(' placard-');
    const shown = card && card.html.replace('class="placard-card"', `class="${classes}"`);
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
    edit: Edit,
    // The copy stays in the post, also without the plugin.
    save: ({ attributes }) => createElement(RawHTML, {}, attributes.copy ?? ''),
    transforms: {
      from: [
        // WordPress makes this block of a pasted address.
        { type: 'block', blocks: ['core/embed'], transform: ({ url }) => blocks.createBlock('placard/card', { url }) },
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
})(window.wp);
