//! The box for one number: text, slider and steps, all of the same input.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::button::Button;
use super::live::{When, live, memo};
use crate::case::Input;
use crate::case::input::{Field, FieldError, snapped};
use crate::ui::workspace::Workspace;
use crate::words::{self, Glass, Language, label, shell};

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

/// All that a box shows; a box whose face stays the same is not touched.
#[derive(Clone, Debug, PartialEq)]
struct Face {
    /// Name of the number alone, and with its row.
    label: &'static str,
    name: String,
    unit: &'static str,
    /// What stands in the box, and how it is read out.
    text: String,
    reading: String,
    /// Something is wrong with what was typed.
    invalid: bool,
    /// What is wrong, or how it was read where that is not plain to see.
    hint: String,
    /// The number of the sample, where this is another.
    original: String,
    /// The slider: its ends, its place, and the sample's place.
    ends: (f64, f64),
    at: f64,
    default_at: f64,
}

impl Number {
    fn new(input: Input) -> Self {
        let workspace = Workspace::here();
        let value = workspace.number(input);
        let default = memo(move || {
            workspace.sample.with(|sample| sample.as_ref().and_then(|sample| input.get(sample)))
        });
        let draft = RwSignal::new(None::<Draft>);
        let field = memo(move || field(workspace, input));
        let face = memo(move || {
            let glass = workspace.glass();
            let name = workspace.frame().with(|frame| input.name(frame, glass.language));
            let value = value.get();
            draft.with(|draft| {
                let draft = draft.as_ref().filter(|draft| draft.led_to == value);
                Face::new(&field.get(), name, value, default.get(), draft, glass)
            })
        });
        Self { workspace, input, value, draft, face }
    }

    /// A part of what the box shows.
    fn show<T: Send + Sync + 'static>(self, part: fn(&Face) -> T) -> Signal<T> {
        live(move || self.face.with(part))
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

    /// Takes what was typed into the case, if it can be read.
    fn take(self, text: String) {
        let before = self.live_draft().map_or(self.value.get_untracked(), |draft| draft.before);
        if let Ok(reading) = self.field().read(&text) {
            self.workspace.set(self.input, reading.value);
        }
        let led_to = self.value.get_untracked();
        self.draft.set(Some(Draft { text, before, composing: false, led_to }));
    }

    /// Leaves the box: what could be read is written our way, what could not stays.
    fn leave(self) {
        if !self.face.with_untracked(|face| face.invalid) {
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

impl Face {
    fn new(
        field: &Field,
        name: String,
        value: Option<f64>,
        default: Option<f64>,
        draft: Option<&Draft>,
        glass: Glass,
    ) -> Self {
        let endless = || words::lifetime::NEVER_LEAVES.to(glass.language).to_owned();
        let text = value.map_or_else(endless, |value| glass.bare(value, field.unit));
        let ends = ends(field, value, default);
        let place = |value: Option<f64>| {
            value.map_or(1.0, |value| ((value - ends.0) / (ends.1 - ends.0)).clamp(0.0, 1.0))
        };
        let typed = draft.filter(|draft| !draft.composing).map(|draft| draft.text.as_str());
        let changed = default.filter(|default| Some(*default) != value);
        Self {
            label: field.label.to(glass.language),
            name: full_name(name, field, glass),
            unit: glass.unit(field.unit),
            text: draft.map_or(text, |draft| draft.text.clone()),
            reading: value.map_or_else(endless, |value| glass.value(value, field.unit)),
            invalid: typed.is_some_and(|text| field.read(text).is_err()),
            hint: typed.map_or_else(String::new, |text| hint(text, field, glass)),
            original: changed.map_or_else(String::new, |d| shell::default_is(glass, d, field.unit)),
            ends,
            at: place(value),
            default_at: place(default.or(value)),
        }
    }
}

/// The ends of the slider: those of the sample's number, unless the number has gone beyond.
fn ends(field: &Field, value: Option<f64>, default: Option<f64>) -> (f64, f64) {
    let value = value.unwrap_or_default();
    let ends = field.slider(default.unwrap_or(value));
    if value < ends.0 || value > ends.1 { field.slider(value) } else { ends }
}

/// The accessible name: the number with its row, and its unit.
fn full_name(name: String, field: &Field, glass: Glass) -> String {
    match (glass.unit(field.unit), glass.language) {
        ("", _) => name,
        (unit, Language::Chinese) => format!("{name}（{unit}）"),
        (unit, Language::English) => format!("{name} ({unit})"),
    }
}

/// What is wrong with what was typed, or how it was read where that is not plain to see.
fn hint(text: &str, field: &Field, glass: Glass) -> String {
    match field.read(text) {
        Ok(reading) if reading.plain => String::new(),
        Ok(reading) => shell::echo(glass, reading.value, field.unit),
        Err(FieldError::Text(trouble)) => trouble.say().to(glass.language).to_owned(),
        Err(FieldError::Below(low)) => shell::below(glass, low, field.unit),
        Err(FieldError::Above(high)) => shell::above(glass, high, field.unit),
    }
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
        <div class="number" class:bare=bare class:linked=linked
            class:changed=number.show(|face| !face.original.is_empty())
            class:trouble=invalid
            on:pointerenter=point on:pointerleave=unpoint>
            {(!bare).then(|| view! {
                <span class="label" aria-hidden="true">{number.show(|face| face.label)}</span>
            })}
            {(slide || !bare).then(|| view! { <Slider number/> })}
            <TextBox number bare hint=hint.clone()/>
            <span class="hint" id=hint role="status" class:empty=number.show(|face| face.hint.is_empty())>
                {number.show(|face| face.hint.clone())}
            </span>
            <Original number/>
        </div>
    }
}

/// The slider.
#[component]
fn Slider(number: Number) -> impl IntoView {
    let name = live(move || {
        let language = number.workspace.language.get();
        let name = number.face.with(|face| face.name.clone());
        format!("{name}{}{}", label::BETWEEN.to(language), shell::SLIDER.to(language))
    });
    let position = live(move || {
        let high = number.face.with(|face| face.ends.1);
        number.value.get().unwrap_or(high).to_string()
    });
    let moved = move |text: String| {
        if let Ok(value) = text.parse::<f64>() {
            let step = number.field().step(number.default().unwrap_or(value));
            number.snap(snapped(value, step));
        }
    };
    view! {
        <span class="slider" style:--at=number.show(|face| format!("{:.4}", face.at))
            style:--default=number.show(|face| format!("{:.4}", face.default_at))>
            <input type="range" step="any" aria-label=name
                min=number.show(|face| face.ends.0.to_string())
                max=number.show(|face| face.ends.1.to_string())
                aria-valuetext=number.show(|face| face.reading.clone())
                prop:value=position
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
    view! {
        <span class="box">
            {(!bare).then(|| view! { <StepButton number count=-1.0/> })}
            <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                aria-label=number.show(|face| face.name.clone())
                aria-describedby=hint
                aria-invalid=number.show(|face| face.invalid.to_string())
                prop:value=number.show(|face| face.text.clone())
                on:input=typed
                on:compositionend=move |event| number.take(event_target_value(&event))
                on:keydown=move |event| box_key(number, &event)
                on:blur=move |_| number.leave()/>
            {(!bare).then(|| view! {
                <span class="unit" aria-hidden="true">{number.show(|face| face.unit)}</span>
                <StepButton number count=1.0/>
            })}
        </span>
    }
}

/// A step down or up; the keyboard has the arrow keys.
#[component]
fn StepButton(number: Number, count: f64) -> impl IntoView {
    let (sign, phrase) = if count < 0.0 { ("−", shell::LESS) } else { ("+", shell::MORE) };
    let name = live(move || {
        let language = number.workspace.language.get();
        let name = number.face.with(|face| face.name.clone());
        format!("{}{}{name}", phrase.to(language), label::BETWEEN.to(language))
    });
    let step = move |_| {
        number.step(count);
        number.workspace.seal();
    };
    view! {
        <button type="button" class="step" tabindex="-1" aria-label=name on:click=step>{sign}</button>
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

/// Under the box: what the sample had, where this is another, and the way back to it.
#[component]
fn Original(number: Number) -> impl IntoView {
    let changed = number.show(|face| !face.original.is_empty());
    view! {
        <When when=changed>
            <span class="original" on:mousedown=|event| event.prevent_default()>
                {number.show(|face| face.original.clone())} " "
                <Button label=shell::RESTORE class="quiet" act=move |()| number.restore()/>
            </span>
        </When>
    }
}
