//! What columns are called. Names are written here as [`plain`] leaves them: customerid.

use super::text::folded;

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Who bought.
    Customer,
    /// When.
    Date,
    /// For how much.
    Amount,
}

/// Numbers of customers before names, which two may share.
const CUSTOMER: &str = "客户编号 顾客编号 会员编号 客户号 会员号 会员卡号 客户代码 客户id 顾客id 会员id 用户id 买家id
    customerid clientid memberid userid buyerid cid customernumber customerno customer 客户 顾客 会员 用户 买家
    买家会员名 买家昵称 用户名 客户名称 客户姓名 会员名 手机号 手机号码 手机 联系电话 openid unionid id client member
    user buyer email phone mobile customername clientname kundennummer kunde";

/// Paid before ordered before any time.
const DATE: &str = "支付时间 付款时间 订单付款时间 交易时间 交易日期 消费时间 消费日期 购买时间 购买日期 成交时间
    成交日期 下单时间 下单日期 订单创建时间 订单时间 订单日期 创建时间 销售日期 日期 时间 paidat orderdate
    purchasedate transactiondate invoicedate invoicedatetime createdat timestamp datetime date time day datum";

/// What was paid before what was asked.
const AMOUNT: &str = "实付金额 实付款 实际支付金额 买家实际支付金额 买家实付 支付金额 付款金额 实收金额 实收 成交金额
    交易金额 消费金额 购买金额 销售金额 销售额 订单金额 订单总额 订单总价 总金额 金额 总价 amountpaid totalpaid
    netamount amount totalamount ordertotal grandtotal total revenue sales spend monetaryvalue value subtotal
    price betrag umsatz";

/// Words in the names of columns that hold something else: 订单号 is a number, but no customer's.
const OTHER: &str = "订单号 订单编号 单号 流水号 商品 产品 数量 件数 单价 运费 邮费 优惠 折扣 退款 退货 应付 备注 地址
    省 城市 店铺 门店 生日 注册 发货 收货 orderid orderno ordernumber invoiceno product item sku quantity qty
    unitprice shipping discount refund tax country city address store birth signup registered shipped delivered";

/// The most bytes of a heading.
const LONGEST: usize = 60;

impl Role {
    /// All of them, in the order in which their columns are chosen: dates are the surest.
    pub const ALL: [Self; 3] = [Self::Date, Self::Amount, Self::Customer];

    /// Names of its columns, the best first.
    const fn names(self) -> &'static str {
        match self {
            Self::Customer => CUSTOMER,
            Self::Date => DATE,
            Self::Amount => AMOUNT,
        }
    }
}

/// Which role a heading names, and how well, 0..=1: 1 for the best name, a little less for each
/// after it, about half where the name is only a part of the heading.
pub(super) fn named(heading: &str) -> Option<(Role, f64)> {
    // Most cells are no headings: this is seen at once.
    if heading.len() > LONGEST || heading.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let heading = plain(heading);
    let all = || Role::ALL.into_iter().flat_map(ranked);
    if let Some((_, role, rank)) = all().find(|(name, ..)| *name == heading) {
        return Some((role, rank));
    }
    if OTHER.split_whitespace().any(|word| heading.contains(word)) {
        return None;
    }
    // The longest part decides: 买家实际支付金额 is an amount. Short Latin names are parts of too
    // many words: "id" of "paid".
    let parts = all().filter(|(name, ..)| name.len() > 4 && heading.contains(name));
    let (_, role, rank) = parts.max_by_key(|(name, ..)| name.len())?;
    Some((role, 0.6 * rank))
}

/// The names of a role, and how good they are.
fn ranked(role: Role) -> impl Iterator<Item = (&'static str, Role, f64)> {
    let count = role.names().split_whitespace().count() as f64;
    let names = role.names().split_whitespace().enumerate();
    names.map(move |(place, name)| (name, role, 1.0 - 0.2 * place as f64 / count))
}

/// A heading without case, blanks, underscores and what stands in brackets: 金额（元） is 金额.
fn plain(heading: &str) -> String {
    let folded = folded(heading.as_bytes()).unwrap_or_default().to_lowercase();
    let front = folded.split(['(', '[', '【']).next().unwrap_or_default();
    front.chars().filter(|c| !" _-.:#/\"'".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_their_roles() {
        let rows = [
            (
                Role::Customer,
                "客户编号 会员ID 顾客 手机号 customer_id CustomerID 会员卡号 Email id",
            ),
            (Role::Customer, "买家会员名 客户编号(内部)"),
            (
                Role::Date,
                "日期 下单时间 交易时间 订单付款时间 date Order_Date timestamp 支付时间（北京）",
            ),
            (
                Role::Amount,
                "金额 实付金额 订单金额 金额（元） 实付金额(元) amount Total 买家实际支付金额",
            ),
        ];
        for (role, headings) in rows {
            for heading in headings.split(' ') {
                assert_eq!(named(heading).map(|(role, _)| role), Some(role), "{heading}");
            }
        }
    }

    #[test]
    fn other_columns_name_none() {
        let headings =
            "订单号 订单编号 商品数量 单价 运费 退款金额 备注 order_id quantity country invoice_no
            unit_price paid lines 客户生日 确认收货时间 会员注册时间 2024-01-31 12.50 张三";
        for heading in headings.split_whitespace().chain([""]) {
            assert_eq!(named(heading), None, "{heading}");
        }
    }

    #[test]
    fn names_are_written_plainly_and_no_two_roles_share_one() {
        let mut names: Vec<&str> =
            Role::ALL.iter().flat_map(|role| role.names().split_whitespace()).collect();
        assert!(
            names
                .iter()
                .chain(&OTHER.split_whitespace().collect::<Vec<_>>())
                .all(|n| plain(n) == **n)
        );
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn the_best_name_comes_first() {
        let rank = |heading| named(heading).unwrap().1;
        for names in
            ["实付金额 订单金额 总价", "会员编号 客户姓名", "支付时间 下单时间", "amount price"]
        {
            let ranks: Vec<f64> = names.split(' ').map(rank).collect();
            assert!(ranks.is_sorted_by(|a, b| a > b), "{names} {ranks:?}");
        }
        assert!(rank("金额") > rank("合计金额") && rank("金额(元)") == rank("金额"));
    }
}
