for (const { id } of document.querySelectorAll('.timeline')) {
  void new globalThis.TL.Timeline(id, '/timeline.json', { font: null, script_path: `${location.origin}/timelinejs/js/` });
}
