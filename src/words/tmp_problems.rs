use super::Words;
impl Words {
    pub fn problem(self, p: &crate::domain::problem::Problem) -> String {
        format!("{p:?}")
    }
    pub fn why(self, p: &crate::domain::problem::Why) -> String {
        format!("{p:?}")
    }
    pub fn remark(self, p: &crate::domain::problem::Remark) -> String {
        format!("{p:?}")
    }
}
