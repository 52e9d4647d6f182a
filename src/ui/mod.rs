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

/// Puts the page into the document and tells the boot script that it stands.
pub fn mount() {
    browser::report_panics();
    leptos::mount::mount_to_body(app::App);
    browser::dispatch("customer-value:ready", "");
}
