//! The box for one number: text, slider and steps, all of the same input.

mod face;
mod parts;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::face::Face;
use self::parts::Parts;
use super::button::Button;
use super::live::{Memo, When, memo};
use crate::case::Input;
use crate::case::input::{Field, snapped};
use crate::ui::workspace::Workspace;
use crate::words::shell;

/// A number of the case, and what is being typed for it.
#[derive(Clone, Copy)]
struct Number {
    workspace: Workspace,
    input: Input,
    /// The number as it is.
    value: ReadSignal<Option<f64>>,
    /// What is being typed; the reader's until the box is left.
    draft: RwSignal<Option<Draft>>,
    /// All that the box shows.
    face: Memo<Face>,
}

/// What is being typed. It holds only while the number is the one it led to: when that changes from
/// elsewhere, by undo or in another box, the box follows.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    text: String,
    /// The number before it was typed.
    before: Option<f64>,
    /// An input method is still composing it: nothing is said of it yet.
    composing: bool,
    /// The number it led to: the one that was read, or still the one before.
    led_to: Option<f64>,
}

impl Number {
    fn new(input: Input) -> Self {
        let workspace = Workspace::here();
        let value = workspace.number(input);
        let default = memo(move || {
            workspace.sample.with(|sample| sample.as_ref().and_then(|sample| input.get(sample)))
        });
        let now = value.get_untracked();
        let refused = workspace.take_refused(input, now);
        let again = |text| Draft { text, before: now, composing: false, led_to: now };
        let draft = RwSignal::new(refused.map(again));
        let field = memo(move || field(workspace, input));
        let face = memo(move || {
            let glass = workspace.glass();
            let (name, blank) = workspace
                .frame()
                .with(|frame| (input.name(frame, glass.language), frame.is_blank()));
            let value = value.get();
            draft.with(|draft| {
                let draft = draft.as_ref().filter(|draft| draft.led_to == value);
                Face::new(&field.get(), name, value, default.get(), blank, draft, glass)
            })
        });
        on_cleanup(move || {
            let refused = face.try_with_untracked(|face| face.invalid.then(|| face.text.clone()));
            if let (Some(text), Some(number)) = (refused.flatten(), value.try_get_untracked()) {
                workspace.keep_refused(input, number, text);
            }
        });
        Self { workspace, input, value, draft, face }
    }

    fn field(self) -> Field {
        self.workspace.case().with_untracked(|case| self.input.field(case))
    }

    fn default(self) -> Option<f64> {
        let sample = self.workspace.sample;
        sample.with_untracked(|sample| sample.as_ref().and_then(|sample| self.input.get(sample)))
    }

    /// The draft, while it holds.
    fn live_draft(self) -> Option<Draft> {
        let value = self.value.get_untracked();
        self.draft.get_untracked().filter(|draft| draft.led_to == value)
    }

    /// Keeps what is being typed without reading it: an input method has not finished.
    fn hold(self, text: String) {
        let value = self.value.get_untracked();
        let before = self.live_draft().map_or(value, |draft| draft.before);
        self.draft.set(Some(Draft { text, before, composing: true, led_to: value }));
    }

    /// Takes what was typed into the case, if it can be read; else the number is again what it was
    /// before, not what the first signs of the text would have been.
    fn take(self, text: String) {
        let before = self.live_draft().map_or(self.value.get_untracked(), |draft| draft.before);
        let currency = self.workspace.frame().with_untracked(|frame| frame.currency);
        let read = self.field().read(&text, currency).map(|reading| reading.value);
        if let Some(value) = read.ok().or(before) {
            self.workspace.set(self.input, value);
        }
        let led_to = self.value.get_untracked();
        self.draft.set(Some(Draft { text, before, composing: false, led_to }));
    }

    /// Leaves the box: what could be read is written our way, what could not stays. A box that is
    /// taken away with its page is left too, when nothing of it is there any more.
    fn leave(self) {
        if self.face.try_with_untracked(|face| face.invalid) == Some(false) {
            self.draft.set(None);
        }
        self.workspace.seal();
    }

    /// Gives up what was typed: back to the number before it.
    fn give_up(self) {
        if let Some(before) = self.live_draft().and_then(|draft| draft.before) {
            self.workspace.set(self.input, before);
        }
        self.draft.set(None);
        self.workspace.seal();
    }

    /// Moves the number by `count` steps.
    fn step(self, count: f64) {
        if let Some(value) = self.value.get_untracked() {
            let step = self.field().step(self.default().unwrap_or(value));
            self.snap(snapped(value + count * step, step));
        }
    }

    /// Sets the number to `value`, kept within its range.
    fn snap(self, value: f64) {
        let field = self.field();
        self.draft.set(None);
        self.workspace.set(self.input, value.clamp(field.low, field.high));
    }

    /// Back to the sample's number.
    fn restore(self) {
        if let Some(default) = self.default() {
            self.snap(default);
            self.workspace.seal();
        }
    }
}

/// What the number means and may be. Only a sum of scores has limits that other numbers set.
fn field(workspace: Workspace, input: Input) -> Field {
    match input {
        Input::BenefitOf(..) => workspace.case().with(|case| input.field(case)),
        _ => workspace.frame().with(|frame| input.field(frame)),
    }
}

/// Keeps the face of `number` written on the box at `root`.
fn show_face(root: web_sys::Element, number: Number) {
    let mut parts = None;
    Effect::new(move |before: Option<Face>| {
        let face = number.face.get();
        if parts.is_none() {
            parts = root.clone().dyn_into().ok().and_then(Parts::of);
        }
        if let Some(parts) = &parts {
            parts.write(&face, before.as_ref());
        }
        face
    });
}

/// One number of the case: with its name, slider, steps and unit; or bare, as a cell of a table.
#[component]
pub fn NumberBox(
    /// Which number.
    input: Input,
    /// Only the text box: the table around it names it.
    #[prop(optional)]
    bare: bool,
    /// A slider even so, where there is room.
    #[prop(optional)]
    slide: bool,
) -> impl IntoView {
    let number = Number::new(input);
    let workspace = number.workspace;
    let invalid = memo(move || number.face.with(|face| face.invalid));
    let hint = format!("hint-{}", workspace.enter_box(invalid));
    let linked = memo(move || workspace.linked.get() == Some(input));
    let point = move |_: ev::PointerEvent| workspace.linked.set(Some(input));
    let unpoint = move |_: ev::PointerEvent| workspace.linked.set(None);
    view! {
        <div class="number" class:bare=bare class:linked=linked.signal() use:show_face=number
            on:pointerenter=point on:pointerleave=unpoint>
            <Original number/>
            {(!bare).then(|| view! { <span class="label" aria-hidden="true"></span> })}
            {(slide || !bare).then(|| view! { <Slider number/> })}
            <TextBox number bare hint=hint.clone()/>
            <span class="hint empty" id=hint role="status"></span>
        </div>
    }
}

/// The slider.
#[component]
fn Slider(number: Number) -> impl IntoView {
    let moved = move |text: String| {
        if let Ok(value) = text.parse::<f64>() {
            let step = number.field().step(number.default().unwrap_or(value));
            number.snap(snapped(value, step));
        }
    };
    // A finger that turns out to scroll the page takes its touch back.
    let touched = StoredValue::new(None);
    let taken_back = move |_| {
        if let Some(value) = touched.get_value() {
            number.snap(value);
            number.workspace.seal();
        }
    };
    view! {
        <span class="slider">
            <input type="range" step="any"
                on:pointerdown=move |_| touched.set_value(number.value.get_untracked())
                on:pointercancel=taken_back
                on:input:target=move |event| moved(event.target().value())
                on:keydown=move |event| slider_key(number, &event)
                on:change=move |_| number.workspace.seal()/>
        </span>
    }
}

/// Arrow keys on a slider go by the field's own steps.
fn slider_key(number: Number, event: &ev::KeyboardEvent) {
    let count = match event.key().as_str() {
        "ArrowUp" | "ArrowRight" => 1.0,
        "ArrowDown" | "ArrowLeft" => -1.0,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        _ => return,
    };
    event.prevent_default();
    number.step(count);
}

/// The text box with its unit and, where there is room, its steps.
#[component]
fn TextBox(number: Number, bare: bool, hint: String) -> impl IntoView {
    let typed = move |event: ev::Event| {
        let composing =
            event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
        let text = event_target_value(&event);
        if composing {
            number.hold(text);
        } else {
            number.take(text);
        }
    };
    // Whether the box has just been entered: then a click selects all, so that typing replaces it.
    let entered = StoredValue::new(false);
    view! {
        <span class="box">
            {(!bare).then(|| view! { <StepButton number count=-1.0/> })}
            <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                aria-describedby=hint
                on:focus=move |_| entered.set_value(true)
                on:click=move |event| select_at_first(&event, entered)
                on:input=typed
                on:compositionend=move |event| number.take(event_target_value(&event))
                on:keydown=move |event| box_key(number, &event)
                on:blur=move |_| number.leave()/>
            {(!bare).then(|| view! {
                <span class="unit" aria-hidden="true"></span>
                <StepButton number count=1.0/>
            })}
        </span>
    }
}

/// The click that enters a box selects all of it, unless it has selected a part.
fn select_at_first(event: &ev::MouseEvent, entered: StoredValue<bool>) {
    if !entered.try_update_value(std::mem::take).unwrap_or_default() {
        return;
    }
    let place = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(place) = place
        && place.selection_start() == place.selection_end()
    {
        place.select();
    }
}

/// A step down or up; the keyboard has the arrow keys.
#[component]
fn StepButton(number: Number, count: f64) -> impl IntoView {
    let sign = if count < 0.0 { "−" } else { "+" };
    let step = move |_| {
        number.step(count);
        number.workspace.seal();
    };
    view! {
        <button type="button" class="step" tabindex="-1" on:click=step>{sign}</button>
    }
}

/// Enter writes the number our way, Escape gives up, the arrows step.
fn box_key(number: Number, event: &ev::KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    match event.key().as_str() {
        "Enter" => number.leave(),
        "Escape" => number.give_up(),
        "ArrowUp" => number.step(1.0),
        "ArrowDown" => number.step(-1.0),
        _ => return,
    }
    event.prevent_default();
}

/// Under the box: what the sample had, where this is another, and the way back to it. It comes before
/// the box, so that Tab leads from the box to the next one and Shift+Tab to the way back.
#[component]
fn Original(number: Number) -> impl IntoView {
    let original = memo(move || number.face.with(|face| face.original.clone()));
    let changed = memo(move || original.with(|words| !words.is_empty()));
    view! {
        <When when=changed.into()>
            <span class="original" on:mousedown=|event| event.prevent_default()>
                {original.signal()} " "
                <Button label=shell::RESTORE class="quiet" act=move |()| number.restore()/>
            </span>
        </When>
    }
}
