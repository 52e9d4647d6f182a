//! The page. Only this folder knows there is a browser.

mod analyst;
mod app;
mod browser;
mod canvas;
mod desk;
mod page;
mod route;
mod storage;
mod widget;
mod workspace;

/// Puts the page into the document and tells the boot script that it stands. Does nothing where
/// there is no document, as in a worker.
pub fn mount() {
    if web_sys::window().is_none() {
        return;
    }
    browser::report_panics();
    leptos::mount::mount_to_body(app::App);
    browser::dispatch("customer-value:ready", "");
}
