import Drafting
import Expectation
import Lint
import Source

/// The assertions of a spec of any dialect as ours, each with its place in the file.
struct AssertedSpec {
  let checks: [Check]
  /// Whether it is written in our own dialect, so that every place in it is the file's.
  let isOwn: Bool
  private let places: [String: Location]

  init(_ spec: LintedSpec) {
    isOwn = spec.dialect == .ovenproof
    guard !isOwn else {
      // What holds only under conditions need not come true.
      checks = spec.checks.filter(\.isUnconditional)
      places = [:]
      return
    }
    let text = SpecWriter.text(of: spec.draft.released, in: .ovenproof).text
    checks = SpecFile.read(SourceFile(FileID("draft.yaml"), bytes: Array(text.utf8))).spec.checks
    var places: [String: Location] = [:]
    for thing in spec.draft.things {
      let name = thing.name.isEmpty ? thing.section : "\(thing.section):\(thing.name)"
      if places[name] == nil { places[name] = thing.origin }
      for assertion in thing.assertions where places["\(name):\(assertion.property)"] == nil {
        places["\(name):\(assertion.property)"] = assertion.origin
      }
    }
    self.places = places
  }

  /// Where the file asks for it; nil where no place is its own.
  func place(of expectation: Expectation, in check: Check) -> Location? {
    isOwn ? expectation.origin : places[expectation.id] ?? place(of: check)
  }

  func place(of check: Check) -> Location? { isOwn ? check.origin : places[check.id] }
}
