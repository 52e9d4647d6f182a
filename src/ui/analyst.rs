//! The program beside the page: started out of memory, asked, listened to, and stopped.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, MessageEvent, Worker};

use crate::analysis::{Answer, Headings, Question, Reading, message};
use crate::model::customers::{Encoding, Separator};

#[wasm_bindgen]
extern "C" {
    /// Left by `public/analyst.js`.
    #[wasm_bindgen(js_namespace = window, js_name = customerValueAnalyst, catch)]
    async fn start() -> Result<JsValue, JsValue>;
}

/// What it tells.
pub enum Told {
    /// An answer.
    Answer(Box<Answer>),
    /// A file for the reader.
    File(Blob),
    /// It has failed.
    Broken,
}

/// One such program; it stops when this is dropped.
pub struct Analyst {
    worker: Worker,
    _told: Closure<dyn Fn(MessageEvent)>,
}

impl Drop for Analyst {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.terminate();
    }
}

impl Analyst {
    /// Starts one; none where the program did not arrive. `told` hears all it says, and how many
    /// bytes of memory it has.
    pub async fn start(told: impl Fn(Told, f64) + 'static) -> Option<Self> {
        let worker: Worker = start().await.ok()?.dyn_into().ok()?;
        let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let part = |name: &str| Reflect::get(&event.data(), &name.into()).unwrap_or_default();
            let memory = part("memory").as_f64().unwrap_or_default();
            if let Some(answer) = part("answer").as_string().and_then(|text| message::read(&text)) {
                told(Told::Answer(Box::new(answer)), memory);
            } else if let Ok(file) = part("file").dyn_into() {
                told(Told::File(file), memory);
            } else {
                told(Told::Broken, memory);
            }
        });
        worker.set_onmessage(Some(told.as_ref().unchecked_ref()));
        worker.set_onerror(Some(told.as_ref().unchecked_ref()));
        Some(Self { worker, _told: told })
    }

    /// Asks about the base that it has open.
    pub fn ask(&self, question: &Question) {
        self.post(&[("question", message::write(question).into())]);
    }

    /// Asks for all customers as a file.
    pub fn export(&self, headings: &Headings) {
        self.post(&[("headings", message::write(headings).into())]);
    }

    /// Asks for a first look at a file; by an encoding and a separator where they are chosen.
    pub fn look(&self, file: &Blob, encoding: Option<Encoding>, separator: Option<Separator>) {
        let look = object(&[("file", file.into())]);
        if let Some(encoding) = encoding {
            set(&look, "label", &encoding.label().into());
            set(&look, "encoding", &message::write(&encoding).into());
        }
        if let Some(separator) = separator {
            set(&look, "separator", &message::write(&separator).into());
        }
        self.post(&[("look", look.into())]);
    }

    /// Has a file read.
    pub fn open(&self, file: &Blob, reading: &Reading) {
        let label = reading.encoding.label().into();
        let reading = message::write(reading).into();
        let open = object(&[("file", file.into()), ("label", label), ("reading", reading)]);
        self.post(&[("open", open.into())]);
    }

    fn post(&self, parts: &[(&str, JsValue)]) {
        let _ = self.worker.post_message(&object(parts));
    }
}

fn object(parts: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in parts {
        set(&object, name, value);
    }
    object
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}
