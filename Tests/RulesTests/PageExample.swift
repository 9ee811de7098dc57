import RuleCatalog
import Testing

/// An example of a page, named by its place.
struct PageExample: Sendable, CustomTestStringConvertible {
  let page: RulePage
  let example: RuleExample

  /// The line of `rules/…md` at which the example's first file starts; the page's head stands above it.
  var line: Int { (example.files.first?.line ?? 0) + headLines }

  /// How many lines of the file stand above the title.
  var headLines: Int { page.profiles == [.standard] ? 5 : 6 }

  var testDescription: String { "\(page.id) at line \(line)" }

  /// A place in the page's file, as a compiler would name it.
  func place(_ line: Int) -> String { "rules/\(page.id).md:\(line + headLines)" }

  /// Of what lint finds; the others are tried where they are found.
  static let all = RuleCatalog.pages.filter { !["engine", "rehearsal"].contains($0.family) }.flatMap { page in
    page.examples.map { PageExample(page: page, example: $0) }
  }
  static let reported = all.filter { $0.example.promise == .reported }
  static let notReported = all.filter { $0.example.promise == .notReported }
  static let transformable = all.filter { !$0.example.isExact }
  static let fixed = all.filter { !$0.example.fixed.isEmpty }
}
