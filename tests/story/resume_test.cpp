// Expected: read by hand, bullet by bullet, with the guide's words.
#include "story/resume.h"

#include <doctest/doctest.h>

#include "guide_files.h"
#include "story/words.h"

using namespace loopready;
using namespace loopready::story;

namespace {

BulletCheck one(const std::string& text) {
  auto check = check_resume("- " + text, samples::guide().preparation.resume_words);
  const bool single = check.ok() && check.value().bullets.size() == 1;
  CHECK_MESSAGE(single, text);
  return single ? check.value().bullets[0] : BulletCheck{};
}

// "AMRNTP" with "-" for what is missing
std::string shape(const BulletCheck& bullet) {
  std::string text;
  for (std::size_t part = 0; part < kParts; ++part) text += bullet.shown[part] ? "AMRNTP"[part] : '-';
  return text;
}

std::string marked(const BulletCheck& bullet) {
  std::string text;
  for (const ResumeMark& mark : bullet.marks) text += (text.empty() ? "" : "|") + bullet.text.substr(mark.begin, mark.end - mark.begin);
  return text;
}

}  // namespace

TEST_CASE("resume: what a bullet shows, what is weak, what is asked") {
  struct Case {
    const char* text;
    const char* shape;
    const char* marked;
    const char* question;
  };
  const Case cases[] = {
      {"Cut forecast error from 18 % to 12 % over two quarters with gradient boosting in Python; customer complaints fell", "AMRNTP", "", "What would you do differently today?"},
      {"Responsible for dashboards", "------", "Responsible for", "Which part was yours"},
      {"Helped the team with various A/B tests", "-M---P", "Helped|various", "Which part was yours"},
      {"Built a churn model", "A-----", "", "What changed because of it? By how much"},
      {"Reduced churn significantly by an uplift model", "AMR--P", "significantly", "By how much? Over what period? Compared with what?"},
      {"Reduced churn within a quarter", "A-R--P", "", "By how much? Compared with what?"},
      {"Raised conversion 3 % with a regression in SQL", "AMRNT-", "", "Compared with what, and over what period?"},
      {"Raised conversion 3 % with a regression in SQL within one month", "AMRNT-", "", "Compared with what: the value before, or a control group?"},
      {"Saved $1.2M a year", "A-RN-P", "", "How did you find out or build it"},
      {"We increased revenue by 4 %", "--RN-P", "We", "Which part was yours"},
      {"I optimized query time from 40 min to 5 min", "A-RN--", "", "How did you find out or build it"},
      {"Proactively designed a holdout experiment", "AM----", "", "What changed because of it?"},
      {"Data scientist who halved latency", "A-RN--", "", "How did you find out"},
      {"Leading a team of 5", "---N--", "", "Which part was yours"},
      {"Experienced in R and SAS", "----T-", "", "Which part was yours"},
      {"Modeled demand for R&D with S3 data from 2019", "A---T-", "", "What changed because of it?"},
      {"Ran a 30-day pilot at AT&T in Q3", "-----P", "", "Which part was yours"},
      {"Uncovered a leak, no number", "A-----", "", "What changed because of it?"},
  };
  for (const Case& each : cases) {
    const BulletCheck bullet = one(each.text);
    CHECK_MESSAGE(shape(bullet) == each.shape, each.text << ": " << shape(bullet));
    CHECK_MESSAGE(marked(bullet) == each.marked, each.text << ": " << marked(bullet));
    CHECK_MESSAGE(bullet.question.rfind(each.question, 0) == 0, each.text << ": " << bullet.question);
  }
}

TEST_CASE("resume: evidence and advice in words") {
  const BulletCheck bullet = one("Cut query time by 1.5 % with an A/B test and Amazon QuickSight, saving $1,200 for customers");
  CHECK(bullet.evidence[0] == "Cut");
  CHECK(bullet.evidence[1] == "A/B test");
  CHECK(bullet.evidence[2] == "Cut \u2026 query time");
  CHECK(bullet.evidence[3] == "1.5 %; $1,200");
  CHECK(bullet.evidence[4] == "Amazon QuickSight");
  CHECK(std::find(bullet.principles.begin(), bullet.principles.end(), "customer-obsession") != bullet.principles.end());
  CHECK(one("Data scientist who halved latency").advice == "The act comes late: begin with \"halved\".");
  CHECK(one("Building dashboards for finance").advice == "Say the finished act: \"built\", not \"building\".");
  CHECK(one("Responsible for reports").advice == "Begin with what you did: designed, measured, cut, shipped.");
  CHECK(one("Built a model for finance").advice == "");
  CHECK(one("Responsible for reports").marks[0].instead == "Say the act: designed, measured, cut.");
}

TEST_CASE("resume: bullets by signs, numbers or lines") {
  struct Case {
    const char* text;
    std::vector<std::string> bullets;
    int n_left_out;
  };
  const Case cases[] = {
      {"", {}, 0},
      {"\n \r\n\t\n", {}, 0},
      {"- Built a\r\n- Cut b\r\n", {"Built a", "Cut b"}, 0},
      {"Acme, 2019 to 2021\n\u2022 Built a\n\u2022\u00A0Cut b\n\nEducation\n", {"Built a", "Cut b"}, 2},
      {"* Built a\n  with b\n* Cut c\nand d", {"Built a with b", "Cut c and d"}, 0},
      {"1. Built a\n2) Cut b\n10. Ran c", {"Built a", "Cut b", "Ran c"}, 0},
      {"\uF0B7 Built a\n\u2013 Cut b\n-Ran c", {"Built a", "Cut b", "Ran c"}, 0},
      {"Built a dashboard for b\nSkills\nCut the cost of c", {"Built a dashboard for b", "Cut the cost of c"}, 1},
      {"-12 % cost in one year\n- ", {"-12 % cost in one year"}, 1},
      {"- Built a long pipeline for the whole of the department of demand planning in\nRedshift and Python\nAcme 2020", {"Built a long pipeline for the whole of the department of demand planning in Redshift and Python"}, 1},
      {"2019. A good year for all\n", {"2019. A good year for all"}, 0},
  };
  for (const Case& each : cases) {
    const Bullets bullets = bullets_of(each.text);
    CHECK_MESSAGE(bullets.texts == each.bullets, each.text);
    CHECK_MESSAGE(bullets.n_left_out == each.n_left_out, each.text);
  }
}

TEST_CASE("resume: any script, and places between characters") {
  const BulletCheck bullet = one("R\u00E9duit \u2014 helped \u00FCber \U0001F680 30 \u0440\u0430\u0437 various \u4E2D\u6587");
  CHECK(marked(bullet) == "helped|various");
  CHECK(words_of("na\u00EFve caf\u00E9s").size() == 2);
  CHECK(words_of("a\u2019s").size() == 2);
  CHECK(words_of("Optimized modelling")[0].folded == "optimised");
  CHECK(words_of("modelling")[0].folded == words_of("modeling")[0].folded);
}

TEST_CASE("resume: counts over all, and what is refused") {
  const model::ResumeWords& words = samples::guide().preparation.resume_words;
  const auto check = check_resume("- Built a model\n- Helped with many reports\nHeading", words);
  REQUIRE(check.ok());
  CHECK(check.value().n_shown[0] == 1);
  CHECK(check.value().n_marks == 2);
  CHECK(check.value().n_lines_left_out == 1);
  const auto large = check_resume(std::string(1'048'576, 'a'), words);
  REQUIRE_FALSE(large.ok());
  CHECK(large.error().text == "This is 1049 kB of text; at most 100 kB are read. Paste the bullets alone.");
  CHECK(check_resume(std::string(kMostBytes, 'a'), words).ok());
  std::string many;
  for (std::size_t i = 0; i <= kMostBullets; ++i) many += "- Built a\n";
  CHECK_FALSE(check_resume(many, words).ok());
  CHECK_FALSE(check_resume("- caf\xE9", words).ok());
  CHECK(check_resume("", {}).value().bullets.empty());
  CHECK(check_resume("- Built a", {}).value().bullets.size() == 1);
}
