import DataSyntax
import Diagnostics
package import Expectation
package import Goss
import Host
import Source

/// A written spec that the reader of its dialect takes.
package struct CheckedSpec: Sendable {
  package let text: String
  /// What of the draft it does not hold.
  package let leftOut: [SpecDraft.LeftOut]
  /// What the reader has against it though everything that it refuses by itself is left out; then it is no use to anybody.
  package let faults: [String]

  /// Writes a draft; what the reader refuses is left out, with the reader's words as the reason.
  package init(of draft: SpecDraft, in dialect: Outcome.Dialect, _ options: GossOptions) {
    let whole = SpecWriter.text(of: draft, in: dialect)
    guard !Self.faults(in: whole.text, dialect, options).isEmpty, !draft.things.isEmpty else {
      text = whole.text
      leftOut = whole.leftOut
      faults = []
      return
    }
    var kept = draft
    kept.things = []
    for thing in draft.things {
      var part = thing
      part.assertions = thing.assertions.filter { assertion in
        var alone = SpecDraft()
        alone.things = [thing.alone(with: assertion)]
        let written = SpecWriter.text(of: alone, in: dialect)
        // What the writer leaves out has its reason already, or goes with another assertion.
        guard written.leftOut.isEmpty, let fault = Self.faults(in: written.text, dialect, options).first
        else { return true }
        kept.leaveOut(
          "`\(assertion.property)` of \(thing.words): \(fault)", at: assertion.origin ?? thing.origin)
        return false
      }
      if !part.assertions.isEmpty { kept.things.append(part) }
    }
    let rest = SpecWriter.text(of: kept, in: dialect)
    text = rest.text
    leftOut = rest.leftOut
    faults = kept.things.isEmpty ? [] : Self.faults(in: rest.text, dialect, options)
  }

  /// Whether the text asserts something that its reader takes.
  package var isSound: Bool { faults.isEmpty }

  private static func faults(in text: String, _ dialect: Outcome.Dialect, _ options: GossOptions) -> [String]
  {
    let file = SourceFile(FileID("written.yaml"), bytes: Array(text.utf8))
    return SpecReading.read(file, as: dialect, in: MemoryFileTree([:]), options).diagnostics
      .filter { $0.severity == .error }.map(\.message)
  }
}

extension SpecDraft.Thing {
  /// The thing with one of its assertions, and not skipped: of what is skipped a reader may say that nothing is left.
  fileprivate func alone(with assertion: SpecDraft.Assertion) -> SpecDraft.Thing {
    var thing = self
    thing.settings.removeAll { $0.key == "skip" }
    thing.assertions = [assertion]
    return thing
  }
}
