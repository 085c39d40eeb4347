// The icons by name. Code points are those of the icon font (npm lucide-static), cut to this list at build time.
// Here: constants only; assets/icons.json holds the same list for the font cutter, and a test compares the two.
#pragma once

namespace loopready::kit::icon {

inline constexpr const char* kSun = "\xee\x85\xb8";
inline constexpr const char* kMoon = "\xee\x84\x9e";
inline constexpr const char* kHouse = "\xee\x83\xb5";
inline constexpr const char* kListChecks = "\xee\x87\x90";
inline constexpr const char* kDumbbell = "\xee\x8e\xa1";
inline constexpr const char* kBookOpen = "\xee\x81\x9f";
inline constexpr const char* kFlaskConical = "\xee\x83\x95";
inline constexpr const char* kPresentation = "\xee\x92\xae";
inline constexpr const char* kMessageSquare = "\xee\x84\x97";
inline constexpr const char* kBriefcase = "\xee\x81\xa2";
inline constexpr const char* kChartLine = "\xee\x8a\xa5";
inline constexpr const char* kSettings = "\xee\x85\x94";
inline constexpr const char* kPlay = "\xee\x84\xbc";
inline constexpr const char* kCheck = "\xee\x81\xac";
inline constexpr const char* kX = "\xee\x86\xb2";
inline constexpr const char* kCircleCheck = "\xee\x88\xa6";
inline constexpr const char* kCircleX = "\xee\x82\x84";
inline constexpr const char* kTriangleAlert = "\xee\x86\x93";
inline constexpr const char* kInfo = "\xee\x83\xb9";
inline constexpr const char* kLightbulb = "\xee\x87\x82";
inline constexpr const char* kChevronLeft = "\xee\x81\xae";
inline constexpr const char* kChevronRight = "\xee\x81\xaf";
inline constexpr const char* kChevronDown = "\xee\x81\xad";
inline constexpr const char* kChevronUp = "\xee\x81\xb0";
inline constexpr const char* kSearch = "\xee\x85\x91";
inline constexpr const char* kDatabase = "\xee\x82\xad";
inline constexpr const char* kTable2 = "\xee\x8b\xb9";
inline constexpr const char* kClock = "\xee\x82\x87";
inline constexpr const char* kRotateCcw = "\xee\x85\x88";
inline constexpr const char* kDownload = "\xee\x82\xb2";
inline constexpr const char* kUpload = "\xee\x86\x9e";
inline constexpr const char* kCopy = "\xee\x82\x9e";
inline constexpr const char* kEye = "\xee\x82\xba";
inline constexpr const char* kArrowRight = "\xee\x81\x89";
inline constexpr const char* kArrowLeft = "\xee\x81\x88";
inline constexpr const char* kCircle = "\xee\x81\xb6";
inline constexpr const char* kCircleDot = "\xee\x8d\x85";
inline constexpr const char* kWifiOff = "\xee\x86\xaf";
inline constexpr const char* kTrophy = "\xee\x8d\xb3";
inline constexpr const char* kTarget = "\xee\x86\x80";
inline constexpr const char* kFlag = "\xee\x83\x91";
inline constexpr const char* kLoader = "\xee\x84\x89";
inline constexpr const char* kMenu = "\xee\x84\x95";
inline constexpr const char* kExternalLink = "\xee\x82\xb9";
inline constexpr const char* kSquare = "\xee\x85\xa7";
inline constexpr const char* kCheckCheck = "\xee\x8e\x8e";
inline constexpr const char* kHardDrive = "\xee\x83\xad";

}  // namespace loopready::kit::icon
