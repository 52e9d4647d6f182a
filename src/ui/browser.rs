//! The browser: the few things the page asks of it.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, CustomEvent, CustomEventInit, HtmlAnchorElement, Storage};

/// Tells the boot script, and through it the reader, when the program has failed.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| dispatch("customer-value:panic", &info.to_string())));
}

/// Sends an event to whoever listens on the window.
pub fn dispatch(name: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        let _ = window().dispatch_event(&event);
    }
}

/// Leaves the case where the boot script finds it, should the program fail.
pub fn leave_case(text: &str) {
    let _ = js_sys::Reflect::set(&window(), &"customerValueCase".into(), &text.into());
}

fn local_storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What is kept under `key`; none where there is nothing or keeping is forbidden.
pub fn kept(key: &str) -> Option<String> {
    local_storage()?.get_item(key).ok().flatten()
}

/// Keeps `value` under `key`; says whether that worked.
pub fn keep(key: &str, value: &str) -> bool {
    local_storage().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Keeps nothing under `key` any more.
pub fn forget(key: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// Gives the reader a file.
pub fn download(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    let Some(address) = blob.ok().and_then(|b| web_sys::Url::create_object_url_with_blob(&b).ok())
    else {
        return;
    };
    download_address(name, &address);
    let _ = web_sys::Url::revoke_object_url(&address);
}

/// Gives the reader what stands at `address` as a file.
pub fn download_address(name: &str, address: &str) {
    let link = document().create_element("a").ok().and_then(|a| a.dyn_into().ok());
    let Some(link): Option<HtmlAnchorElement> = link else { return };
    link.set_href(address);
    link.set_download(name);
    link.click();
}

/// Reads a file as text and hands it on; `None` if it cannot be read or is larger than `most`.
pub fn read_file(file: &web_sys::File, most: usize, then: impl FnOnce(Option<String>) + 'static) {
    if file.size() > most as f64 {
        return then(None);
    }
    let text = wasm_bindgen_futures::JsFuture::from(file.text());
    leptos::task::spawn_local(async move { then(text.await.ok().and_then(|t| t.as_string())) });
}

/// Whether a media query holds now, and from then on.
pub fn media(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (holds, set_holds) = signal(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let asked = list.clone();
        let changed = Closure::<dyn Fn()>::new(move || {
            set_holds.try_set(asked.matches());
        });
        list.set_onchange(Some(changed.as_ref().unchecked_ref()));
        changed.forget();
    }
    holds
}

/// What stands behind `#` in the address.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to what stands behind `#`.
pub fn go_to(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// An attribute of the document's root.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// The same, as the boot script left it.
pub fn root(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Follows whether an element is in view, or within `margin` pixels of it; where that is negative, in
/// view and as far within. `then` is told now and whenever it changes.
pub fn observe_sight(element: &web_sys::Element, margin: i32, then: impl Fn(bool) + 'static) {
    let changed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let last = entries.get(entries.length() - 1);
        if let Ok(entry) = last.dyn_into::<web_sys::IntersectionObserverEntry>() {
            then(entry.is_intersecting());
        }
    });
    let options = web_sys::IntersectionObserverInit::new();
    options.set_root_margin(&format!("{margin}px"));
    let called = changed.as_ref().unchecked_ref();
    if let Ok(observer) = web_sys::IntersectionObserver::new_with_options(called, &options) {
        observer.observe(element);
        let held = send_wrapper::SendWrapper::new((observer, changed));
        on_cleanup(move || held.0.disconnect());
    }
}

/// Follows the size of an element: `then` is called with its width, now and whenever it changes.
pub fn observe_width(element: &web_sys::Element, then: impl Fn(f64) + 'static) {
    let changed = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() {
            then(entry.content_rect().width());
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(element);
        let held = send_wrapper::SendWrapper::new((observer, changed));
        on_cleanup(move || held.0.disconnect());
    }
}
