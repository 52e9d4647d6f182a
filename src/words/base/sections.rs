//! What is said of fits, spread, groups, lists, checks, contracts and named customers.

use super::{Glass, Language, Phrase, Unit, kind, say};
use crate::analysis::{Column, Fitted, Kind, Standout};
use crate::model::customers::Group;
use crate::model::purchase::Verdict;

/// Heading over the fits.
pub const FITS: Phrase = say("哪个模型最合适", "Which model fits best");
/// Beside it.
pub const FITS_REMARK: Phrase = say(
    "对数似然越大越好；差 2 以内算平手",
    "the larger the log-likelihood the better; within 2 is a draw",
);
/// Headings of the fits.
pub const FITS_COLUMNS: [Phrase; 4] = [
    say("模型", "Model"),
    say("对数似然", "Log-likelihood"),
    say("参数（标准误）", "Parameters (standard errors)"),
    say("数据够吗", "Is there enough data?"),
];
/// The present parameters.
pub const AT_HAND: Phrase = say("现在框里的参数", "The parameters in the boxes");
/// Takes a fit.
pub const TAKE: Phrase = say("用它", "Use it");
/// The best of them.
pub fn best(glass: Glass, kinds: &[Kind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|k| kind(*k).to(glass.language)).collect();
    match (glass.language, names.as_slice()) {
        (Language::Chinese, [one]) => format!("{one} 与数据最合。"),
        (Language::English, [one]) => format!("{one} fits the data best."),
        (Language::Chinese, _) => format!("{} 不分上下。", names.join("、")),
        (Language::English, _) => format!("{} fit equally well.", names.join(", ")),
    }
}

/// That the data do not settle the parameters of a model, and so what is worked out with them.
pub fn unsettled(glass: Glass, fitted: &Fitted) -> Option<String> {
    let open = match &fitted.found {
        Ok(found) => matches!(found.verdict, Verdict::Unbounded | Verdict::Unfinished),
        Err(_) => true,
    };
    let name = kind(fitted.kind).to(glass.language);
    open.then(|| match glass.language {
        Language::Chinese => format!("这些客户定不下 {name} 的参数：上面的数只作粗略参考。"),
        Language::English => {
            format!("These customers do not settle the parameters of {name}: take the numbers above as a rough guide.")
        }
    })
}

/// The parameters come from a file, and other customers than its are shown.
pub fn fitted_elsewhere(glass: Glass, file: &str) -> String {
    match glass.language {
        Language::Chinese => format!(
            "参数是按“{file}”拟合的，不是按眼前这些客户：上面的数不作准。文件不会保存，请重新打开它，或"
        ),
        Language::English => format!(
            "The parameters were fitted to “{file}”, not to the customers shown: the numbers above do not hold. The file is not kept; open it again, or"
        ),
    }
}
/// Fits to the customers that are shown.
pub const FIT_SHOWN: Phrase = say("改用眼前客户的参数", "fit to those shown");

/// How buying often goes with spending much.
pub fn relation(
    glass: Glass,
    correlation: f64,
    relation: crate::model::purchase::gamma_gamma::Relation,
) -> String {
    use crate::model::purchase::gamma_gamma::Relation;
    let number = glass.number(correlation, 3);
    let words = match relation {
        Relation::Negligible => {
            say("几乎无关，Gamma-Gamma 可以用", "next to nothing: Gamma-Gamma may be used")
        }
        Relation::Weak => say(
            "有一点关系：常客的价值会略有偏差",
            "a little: the value of frequent buyers is somewhat off",
        ),
        Relation::Strong => {
            say("关系明显：常客要单独估值", "clearly: value the frequent buyers apart")
        }
    };
    match glass.language {
        Language::Chinese => format!("买得勤与买得贵的相关系数 {number}：{}。", words.zh),
        Language::English => {
            format!("Correlation of buying often with spending much: {number}, {}.", words.en)
        }
    }
}

/// Heading over the spread of value.
pub const SPREAD: Phrase = say("价值集中在谁手里", "Who makes the value");
/// Title of the tenths.
pub const TENTHS: Phrase = say("每一成客户占的价值", "Share of each tenth of the customers");
/// Under the tenths.
pub const TENTHS_AXIS: Phrase =
    say("第几成客户，最好的在前", "tenth of the customers, the best first");
/// Title of the Lorenz curve.
pub const LORENZ: Phrase = say("洛伦兹曲线", "Lorenz curve");
/// Its axes.
pub const LORENZ_AXES: [Phrase; 2] =
    [say("客户，从最少的起，%", "customers from the least, %"), say("价值，%", "value, %")];
/// All alike.
pub const ALIKE: Phrase = say("人人一样", "all alike");
/// The Gini coefficient.
pub fn gini(glass: Glass, gini: f64) -> String {
    let number = glass.number(gini, 3);
    match glass.language {
        Language::Chinese => format!("基尼系数 {number}"),
        Language::English => format!("Gini {number}"),
    }
}
/// So and so best tenth.
pub fn tenth(k: usize, language: Language) -> String {
    match (language, k) {
        (Language::Chinese, 1) => "最好的一成".to_owned(),
        (Language::Chinese, k) => format!("第 {k} 成"),
        (Language::English, 1) => "Best tenth".to_owned(),
        (Language::English, k) => format!("Tenth {k}"),
    }
}

/// Heading over the groups.
pub const GROUPS: Phrase =
    say("按新近、频次、金额分组（RFM）", "Groups by recency, frequency, money (RFM)");
/// Headings of the groups.
pub const GROUP_COLUMNS: [Phrase; 5] = [
    say("组", "Group"),
    say("客户数", "Customers"),
    say("已花", "Spent"),
    say("预计还在", "Still there"),
    say("还值", "Worth from now"),
];
/// The groups, by what was bought and when: no model has a say in them.
pub const fn group(group: Group) -> Phrase {
    match group {
        Group::Champions => say("最好的", "Champions"),
        Group::Loyal => say("忠实的", "Loyal"),
        Group::New => say("新来的", "New"),
        Group::Fading => say("买得少，有阵子没来", "Few, quiet of late"),
        Group::AtRisk => say("买得多，久没来", "Many, long silent"),
        Group::Lost => say("买得少，久没来", "Few, long silent"),
    }
}

/// What the groups are, and what they are not.
pub const GROUPS_REMARK: Phrase = say(
    "分组只看买过什么、多久没来；“预计还在”才是模型的判断。",
    "The groups look only at what was bought and when; \"still there\" is what the model says.",
);
/// Why those who bought once are certain by this model.
pub const ONCE: Phrase = say(
    "BG/NBD 认为客户只会在回购之后离开，所以只买过一次的人一律算 100% 还在；MBG/NBD 和 Pareto/NBD 不这样假设。",
    "By BG/NBD customers leave only after a repeat purchase, so those who bought once count as still there, all of them. MBG/NBD and Pareto/NBD do not assume that.",
);

/// Before the customers who are worth most, and before those worth a call.
pub const STANDOUTS: [Phrase; 2] =
    [say("最值钱", "Worth most"), say("最该挽留", "Leaving, worth a call")];
/// A few customers by name: their chance of still being there, their silence, and their worth.
pub fn standouts(glass: Glass, standouts: &[Standout]) -> String {
    let one = |standout: &Standout| {
        let name: String = standout.name.chars().take(NAME).collect();
        let alive = glass.value(libm::round(standout.alive * 1e2) / 1e2, Unit::Share);
        let weeks = glass.value(libm::round(standout.silence), Unit::Weeks);
        let worth = standout.worth.map(|worth| glass.value(libm::round(worth), Unit::Money));
        match (glass.language, worth) {
            (Language::Chinese, Some(worth)) => {
                format!("{name}（值 {worth}，沉默 {weeks}，还在 {alive}）")
            }
            (Language::Chinese, None) => format!("{name}（沉默 {weeks}，还在 {alive}）"),
            (Language::English, Some(worth)) => {
                format!("{name} (worth {worth}, {weeks} silent, {alive} still there)")
            }
            (Language::English, None) => {
                format!("{name} ({weeks} silent, {alive} still there)")
            }
        }
    };
    let join = if glass.language == Language::Chinese { "、" } else { ", " };
    standouts.iter().map(one).collect::<Vec<_>>().join(join)
}
/// How much of a name stands in a sentence, in characters.
const NAME: usize = 24;

/// Heading over the list of customers.
pub const LIST: Phrase = say("客户名单", "List of customers");
/// Its columns.
pub const fn list_column(column: Column) -> Phrase {
    match column {
        Column::Name => say("客户", "Customer"),
        Column::Purchases => say("购买次数", "Purchases"),
        Column::Silence => say("沉默几周", "Weeks silent"),
        Column::Spend => say("已花", "Spent"),
        Column::Alive => say("还在的可能", "Still there"),
        Column::Expected => say("预计购买", "Expected"),
        Column::Value => say("还值", "Worth"),
    }
}
/// All groups.
pub const ALL_GROUPS: Phrase = say("全部", "All");
/// Looks for a name.
pub const SEARCH: Phrase = say("按名字找", "Find a name");
/// The page before.
pub const BEFORE: Phrase = say("上一页", "Back");
/// The page after.
pub const AFTER: Phrase = say("下一页", "Next");
/// Takes the whole list along.
pub const EXPORT: Phrase = say("导出全部为 CSV", "Export all as CSV");
/// Which part of the list is shown.
pub fn part(glass: Glass, from: usize, to: usize, all: usize) -> String {
    let [from, to, all] = [from, to, all].map(|x| glass.number(x as f64, 0));
    match glass.language {
        Language::Chinese => format!("第 {from}–{to} 位，共 {all} 位"),
        Language::English => format!("{from}–{to} of {all}"),
    }
}
/// Shows a customer's story.
pub const SHOW_STORY: Phrase = say("看故事", "Story");

/// Heading over the check.
pub const HOLDOUT: Phrase =
    say("先藏起后半段，看预测准不准", "Hide the second half and see whether the forecast holds");
/// Title of its figure.
pub const HOLDOUT_FIGURE: Phrase =
    say("后半段人均购买：预测与实际", "Purchases each in the second half: forecast and actual");
/// Its upright axis.
pub const HOLDOUT_AXIS: Phrase = say("人均次数", "purchases each");
/// Forecast and what came.
pub const HELD: [Phrase; 2] = [say("预测", "forecast"), say("实际", "actual")];
/// The check in a sentence.
pub fn held_out(glass: Glass, found: &crate::analysis::HoldOut) -> String {
    let [foretold, came] = [found.foretold, found.came].map(|x| glass.number(x, 0));
    let (fitted, held) =
        (glass.value(found.weeks.0, Unit::Weeks), glass.value(found.weeks.1, Unit::Weeks));
    let off = if found.came > 0.0 {
        glass.signed(found.foretold / found.came - 1.0, Unit::Share)
    } else {
        "–".to_owned()
    };
    match glass.language {
        Language::Chinese => {
            format!("用前 {fitted}拟合，后 {held}预测 {foretold} 次，实际 {came} 次，差 {off}。")
        }
        Language::English => {
            format!(
                "Fitted on the first {fitted}; in the {held} after it {foretold} purchases were foretold and {came} came: {off}."
            )
        }
    }
}

/// Heading over contracts.
pub const CONTRACT: Phrase = say("签约客户会留多少（sBG）", "Customers under contract (sBG)");
/// Beside it.
pub const CONTRACT_REMARK: Phrase =
    say("一批同时签约的人，每年续约一次", "a cohort that joined together and renews each year");
/// Title of its figure.
pub const RETAINED: Phrase = say("还在的比例", "Share still there");
/// The line at a steady rate.
pub const STEADY: Phrase = say("固定保持率", "steady rate");
/// What was seen.
pub const ACTUAL: Phrase = say("实际", "seen");
/// The counts allow no curve.
pub const NO_CURVE: Phrase = say(
    "人数不能越来越多，第一个数要大于 0。",
    "The counts may not rise, and the first must be above 0.",
);
/// The projection in a sentence.
pub fn retained(
    glass: Glass,
    last: usize,
    survival: f64,
    steady: f64,
    first: f64,
    late: f64,
) -> String {
    let [survival, steady, first, late] =
        [survival, steady, first, late].map(|x| glass.value(x, Unit::Share));
    match glass.language {
        Language::Chinese => format!(
            "第 {last} 年还剩 {survival}；按固定保持率算只剩 {steady}。留下来的越来越忠诚：续约率从 {first} 升到 {late}。"
        ),
        Language::English => format!(
            "After {last} renewals {survival} are left; a steady rate would leave {steady}. Those who stay are ever more loyal: renewal rises from {first} to {late}."
        ),
    }
}

/// Heading over the named customers.
pub const ACCOUNTS: Phrase =
    say("几位大客户：值多少，危不危险", "A few large customers: worth and risk");
/// Adds one.
pub const ADD_ACCOUNT: Phrase = say("加一位客户", "Add a customer");
/// Adds a count.
pub const ADD_COUNT: Phrase = say("加一次续约", "Add a renewal");
/// A year of each.
pub const YEARLY: Phrase = say("每年", "A year");
/// At risk.
pub const AT_RISK: Phrase = say("危险", "at risk");
/// Who is best and who is at risk.
pub fn accounts(glass: Glass, best: &str, value: f64, risky: &[String]) -> String {
    let value = glass.value(value, Unit::Money);
    match (glass.language, risky.is_empty()) {
        (Language::Chinese, true) => format!("{best}最值钱：每年 {value}。没有人危险。"),
        (Language::Chinese, false) => {
            format!("{best}最值钱：每年 {value}。要留心的：{}。", risky.join("、"))
        }
        (Language::English, true) => {
            format!("{best} is worth most: {value} a year. Nobody is at risk.")
        }
        (Language::English, false) => {
            format!("{best} is worth most: {value} a year. At risk: {}.", risky.join(", "))
        }
    }
}

/// Without amounts nothing is spread.
pub const NO_SPREAD: Phrase = say(
    "没有金额，看不出价值集中在谁手里。",
    "Without amounts nobody can say who makes the value.",
);
/// There is no figure, for the reason above it.
pub const NO_FIGURE: Phrase = say("没有图。", "There is no figure.");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Parameters;

    fn fitted(verdict: Verdict) -> Fitted {
        let found = Parameters { values: vec![], errors: None, log_likelihood: -1.0, verdict };
        Fitted { kind: Kind::BgNbd, found: Ok(found) }
    }

    #[test]
    fn says_when_the_data_do_not_settle_the_parameters() {
        let glass = Glass::default();
        for verdict in [Verdict::Sound, Verdict::Loose] {
            assert_eq!(unsettled(glass, &fitted(verdict)), None);
        }
        for verdict in [Verdict::Unbounded, Verdict::Unfinished] {
            assert!(unsettled(glass, &fitted(verdict)).is_some());
        }
    }

    #[test]
    fn names_customers_with_what_is_known_of_them() {
        let anna = Standout { name: "Anna".into(), alive: 0.5, silence: 9.2, worth: Some(1234.4) };
        let bob = Standout { name: "x".repeat(99), alive: 0.255, silence: 3.0, worth: None };
        let said = standouts(Glass::default(), &[anna, bob]);
        assert_eq!(
            said,
            format!(
                "Anna（值 1,234 元，沉默 9 周，还在 50%）、{}（沉默 3 周，还在 26%）",
                "x".repeat(NAME)
            )
        );
    }
}
