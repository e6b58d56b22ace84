// What a site fetches, this page holds: each file in a block of its own, named like it.
const fetch = async (url) => {
  const block = document.getElementById(`${url}`.split('/').pop());
  if (!block) throw new TypeError(`${url} : absent de cette page`);
  const bytes = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
  return new Response(bytes, { headers: { 'content-type': block.dataset.type } });
};
