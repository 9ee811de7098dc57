import Diagnostics
import Expectation
import Image
import Matching
import RegularExpressions
import Source

extension SuiteJudge {
  /// Judges a test of a file's content.
  func content(_ test: ContentTest) -> TestRun {
    var (run, isOver) = start(test.head, "fileContentTests", "File Content Test")
    if isOver { return run }
    let path = test.path.value
    let found = container.content(path)
    let original = settings.driver == .docker ? container.contentFromTheRoot(path) : found
    if case .bytes = found, case .absent(let target) = original {
      run.remarks.append(
        remark(
          "cst/relative-link",
          "container-structure-test looks for a link's target from `/`, and does not find `\(target)`",
          at: test.path.location, help: "name the file that the link leads to"))
    }
    switch settings.isStrict ? original : found {
    case .bytes(let bytes): patterns(of: test, in: bytes, &run)
    case .absent(let named):
      fail(test, "`\(path)` does not exist", words.unreadable(named), &run, evidence: hint(test))
    case .folder(let named): fail(test, "`\(path)` is a folder", words.folder(named), &run)
    case .special(let named): fail(test, "`\(path)` is no regular file", words.unseen(named), &run)
    case .circular(let named):
      fail(test, "the links of `\(path)` lead in a circle", words.circular(named), &run)
    case .noFolder(let named): fail(test, "`\(path)` is no folder", words.noFolder(named), &run)
    case .unknown(let reason):
      run.leaveOpen("path", "\(path) can be read", reason, at: test.path.location)
      block(test, "its content cannot be told", &run)
    case .broken(let message):
      run.breakOff("path", "\(path) can be read", message, at: test.path.location)
      block(test, message, &run)
    }
    return run
  }

  private func hint(_ test: ContentTest) -> [String] {
    test.path.value.contains("$")
      ? ["variables are not replaced in the paths of content tests"]
      : search.nearPaths(CreatedContainer.clean(test.path.value))
  }

  private func fail(
    _ test: ContentTest, _ message: String, _ original: String, _ run: inout TestRun, evidence: [String] = []
  ) {
    let path = test.path.value
    run.fail(
      "path", "\(path) can be read", actual: "it cannot", message, evidence: evidence, at: test.path.location,
      original: "Failed to open \(path). Error: \(original)")
    block(test, message, &run)
  }

  private func block(_ test: ContentTest, _ reason: String, _ run: inout TestRun) {
    for (number, pattern) in test.expected.enumerated() {
      run.block("expectedContents[\(number)]", "has `\(pattern.text)`", reason, at: pattern.location)
    }
    for (number, pattern) in test.excluded.enumerated() {
      run.block("excludedContents[\(number)]", "has no `\(pattern.text)`", reason, at: pattern.location)
    }
  }

  private func patterns(of test: ContentTest, in bytes: [UInt8], _ run: inout TestRun) {
    run.pass("path", "\(test.path.value) can be read", at: test.path.location)
    let text = GoText.text(bytes)
    let place = "found in file content string '\(text)'"
    for (number, pattern) in test.expected.enumerated() {
      judge(pattern, .expected, "expectedContents[\(number)]", in: bytes, "the file", &run) {
        "Expected string '\(pattern.text)' not \(place)"
      }
    }
    for (number, pattern) in test.excluded.enumerated() {
      judge(pattern, .excluded, "excludedContents[\(number)]", in: bytes, "the file", &run) {
        // Version 1 says so of both.
        suite.version == .first
          ? "Expected string '\(pattern.text)' not \(place)" : "Excluded string '\(pattern.text)' \(place)"
      }
    }
  }

  /// Whether a pattern is to be there.
  enum Wish { case expected, excluded }

  /// Judges one pattern on a text; one that is no expression fails either way.
  func judge(
    _ pattern: Pattern, _ wish: Wish, _ property: String, in bytes: [UInt8], _ subject: String,
    _ run: inout TestRun, original: () -> String
  ) {
    let expected = wish == .expected ? "has `\(pattern.text)`" : "has no `\(pattern.text)`"
    guard let expression = pattern.expression else {
      return run.fail(
        property, expected, actual: "no expression", "`\(pattern.text)` is no regular expression",
        at: pattern.location, original: original())
    }
    switch (wish, expression.firstMatch(in: bytes)) {
    case (.expected, .some), (.excluded, nil): run.pass(property, expected, at: pattern.location)
    case (.expected, nil):
      run.fail(
        property, expected, actual: "absent", "\(subject) has nothing that matches `\(pattern.text)`",
        evidence: LineNumbers.nearest(to: pattern.text, of: bytes), at: pattern.location, original: original()
      )
    case (.excluded, let match?):
      run.fail(
        property, expected, actual: "present", "\(subject) has what matches `\(pattern.text)`",
        evidence: LineNumbers.lines(match, of: bytes), at: pattern.location, original: original())
    }
  }
}
