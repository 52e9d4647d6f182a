//! Why a file cannot be used, and why rows of it were left out, each in a sentence.

use super::{Glass, Language, Phrase, say};
use crate::analysis::Refusal;
use crate::model::customers::{NotText, Problem, Reason, RowsError};
use crate::words::fit;

/// What stays as it was.
const UNTOUCHED: Phrase = say("页面没有改动。", " Nothing has changed.");

/// Why something cannot be done.
pub fn refusal(refusal: &Refusal, glass: Glass) -> String {
    let language = glass.language;
    let why = match refusal {
        Refusal::NoTable(error) => no_table(*error, glass),
        Refusal::NoRow(rows, worst) => no_row(*rows, worst.as_ref(), glass),
        Refusal::TooFew(error) => fit::error(*error, language),
        other => plain(other).to(language).to_owned(),
    };
    why + UNTOUCHED.to(language)
}

fn plain(refusal: &Refusal) -> Phrase {
    match refusal {
        Refusal::Empty => {
            say("文件是空的，一行数据也没有。", "The file is empty: there is not one row of data.")
        }
        Refusal::NotText(what) => not_text(*what),
        Refusal::OneColumn => say(
            "只看出一列。至少要有客户和日期两列；也许分隔符不常见，或复制时丢了列。",
            "There is only one column. It takes two at least, customer and date; perhaps the separator is a rare one.",
        ),
        Refusal::NoDate => say(
            "没有一列像日期。日期要写成 2025-06-30、2025/6/30、2025年6月30日 这样。",
            "No column looks like dates. They are to be written as 2025-06-30, 2025/6/30 or 30.06.2025.",
        ),
        Refusal::NoCustomer => say(
            "没有一列说明是谁买的。请加一列客户编号或手机号。",
            "No column says who bought. Please add a column with the customer's number.",
        ),
        Refusal::SharedColumn => say(
            "客户、日期、金额不能是同一列。",
            "Customer, date and amount cannot be the same column.",
        ),
        Refusal::AllReturned => say(
            "按现在的算法，所有购买都被退掉了，一位客户也不剩。",
            "As amounts are counted, everything was returned and no customer is left.",
        ),
        Refusal::NoHoldOut => say(
            "记录太短：前半段或后半段没有购买，没法检验。",
            "The record is too short: there are no purchases in one of its halves.",
        ),
        _ => say(
            "浏览器读不了这个文件，也许它刚被移走或改名。",
            "The browser cannot read the file; perhaps it was moved or renamed.",
        ),
    }
}

const fn not_text(what: NotText) -> Phrase {
    match what {
        NotText::Workbook => say(
            "这是 Excel 等表格软件自己的文件。请在里面“另存为 CSV”，再打开。",
            "This is a spreadsheet's own file. Save it as CSV there, then open that.",
        ),
        NotText::Markup => say(
            "这是网页或 XML，哪怕名字叫 .xls。请用表格软件打开，另存为 CSV。",
            "This is a web page or XML, whatever its name says. Open it in a spreadsheet and save it as CSV.",
        ),
        NotText::Binary => say(
            "这不是文字，是图片、PDF、压缩包之类的文件。要的是 CSV。",
            "This is no text but a picture, a PDF, an archive or the like. A CSV is wanted.",
        ),
    }
}

fn no_table(error: RowsError, glass: Glass) -> String {
    let (row, zh, en) = match error {
        RowsError::RowTooLong { row } => (
            row,
            "长过 100 万字节：多半是引号没有关上，或者不是表格",
            "is longer than a million bytes: a quote that never closes, or no table",
        ),
        RowsError::TooManyCells { row } => (
            row,
            "超过 4096 格：分隔符认错了，或者不是表格",
            "has more than 4,096 cells: the wrong separator, or no table",
        ),
        RowsError::NotText { row } => (
            row,
            "里有零字节：文件坏了，或者不是文字",
            "holds a zero byte: a damaged file, or no text",
        ),
    };
    let row = glass.number(row as f64, 0);
    match glass.language {
        Language::Chinese => format!("第 {row} 行{zh}。"),
        Language::English => format!("Row {row} {en}."),
    }
}

fn no_row(rows: u64, worst: Option<&(Reason, Problem)>, glass: Glass) -> String {
    let count = glass.number(rows as f64, 0);
    let Some((why, problem)) = worst else {
        return plain(&Refusal::Empty).to(glass.language).to_owned();
    };
    let (row, why) = (glass.number(problem.row as f64, 0), reason(*why).to(glass.language));
    match glass.language {
        Language::Chinese => {
            format!("{count} 行都用不上。最多的原因：{why}，如第 {row} 行“{}”。", problem.cell)
        }
        Language::English => format!(
            "None of {count} rows can be used. Mostly: {why}, as in row {row}, “{}”.",
            problem.cell
        ),
    }
}

/// Why a row was left out.
pub const fn reason(reason: Reason) -> Phrase {
    match reason {
        Reason::TooFewCells => say("列数不够", "it ends too early"),
        Reason::MissingCustomer => say("没写客户", "no customer"),
        Reason::GarbledCustomer => {
            say("客户名是乱码，编码不对", "the customer's name is garbled: another encoding")
        }
        Reason::RoundedCustomer => say(
            "客户号被表格软件改成了 1.38E+10，已经认不出",
            "a spreadsheet has rounded the customer's number",
        ),
        Reason::MissingDate => say("没写日期", "no date"),
        Reason::UnreadableDate => say("日期读不懂", "the date cannot be read"),
        Reason::ContraryDate => say("日和月与别的行相反", "day and month are the other way round"),
        Reason::TooLate => say("日期在明天以后", "the date is in the future"),
        Reason::MissingAmount => say("没写金额", "no amount"),
        Reason::UnreadableAmount => say("金额读不懂", "the amount cannot be read"),
    }
}
