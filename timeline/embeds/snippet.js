/* <sourced-timeline>: mounts the timeline in a shadow root above the list that stands in the element. */
customElements.get("sourced-timeline") || customElements.define("sourced-timeline", class extends HTMLElement {
  connectedCallback() {
    var self = this;
    // While the page is still being read, the element is here before what stands in it.
    if (document.readyState === "loading" && !this.querySelector("script")) {
      document.addEventListener("DOMContentLoaded", function () { self.connectedCallback(); }, { once: true });
      return;
    }
    if (this.view) return;
    var shadow = this.shadowRoot || this.attachShadow({ mode: "open" });
    var place = document.createElement("div");
    shadow.replaceChildren(place, document.createElement("slot"));
    this.style.display = "block";
    this.view = timelineView.mount(place, JSON.parse(this.querySelector("script").textContent), {
      height: +this.getAttribute("height") || undefined,
      onSelect: function (id) { self.show(id); }
    });
  }
  show(id) {
    this.querySelectorAll("li").forEach(function (row) {
      var chosen = row.dataset.id === id;
      row.style.fontWeight = chosen ? "bold" : "";
      if (!chosen) return;
      row.closest("details").open = true;
      row.scrollIntoView({ block: "nearest" });
    });
  }
  disconnectedCallback() {
    if (this.view) this.view.destroy();
    this.view = null;
  }
});
