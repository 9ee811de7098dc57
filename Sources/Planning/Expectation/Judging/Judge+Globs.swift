import Diagnostics
import Image
import Matching
import Source

extension Judge {
  /// How many paths are named in evidence.
  private static let shownPaths = 6

  /// Judges a pattern of paths: `count` and `exists` on the whole, every other property on each path that fits.
  func judge(_ check: CheckOutcomes, matching glob: Glob) -> [Outcome] {
    let entries: [ImageEntry]
    do throws(ImageError) {
      switch try search.entries(matching: glob) {
      case .value(let found): entries = found
      case .absent: entries = []
      case .unknown(let reason): return check.all(.undecided, "cannot tell: \(reason.text)")
      }
    } catch {
      return check.all(.error, error.message)
    }
    let expectations = check.check.expectations
    let wholes = expectations.filter { Self.isOfWhole($0) }
    // A size that is small enough says nothing of whether something is to be there.
    let isAboutAbsence = wholes.contains { $0.property != "total-size" }
    let isAsAsked =
      isAboutAbsence && wholes.allSatisfy { $0.matcher.result(for: Self.whole($0, entries)).isMatched }
    return expectations.enumerated().map { index, expectation in
      if Self.isOfWhole(expectation), isAboutAbsence || !entries.isEmpty {
        return judgeWhole(expectation, check, glob, entries)
      }
      if !entries.isEmpty { return judgeEach(expectation, check, entries) }
      let message = "no path fits `\(glob.pattern)`"
      if isAsAsked {
        return check.outcome(expectation, .notApplicable, "\(message), as expected")
      }
      let isFirst = !isAboutAbsence && index == 0
      return check.outcome(
        expectation, isFirst ? .failed : .blocked, isFirst ? message : "not judged: \(message)",
        actual: isFirst ? "absent" : "", evidence: isFirst ? evidenceOfBase(glob) : [])
    }
  }

  private static func isOfWhole(_ expectation: Expectation) -> Bool {
    ["count", "exists", "total-size"].contains(expectation.property)
  }

  private static func whole(_ expectation: Expectation, _ entries: [ImageEntry]) -> Subject {
    switch expectation.property {
    case "count": .number(entries.count)
    case "total-size": .number(size(of: entries))
    default: .bool(!entries.isEmpty)
    }
  }

  private static func size(of entries: [ImageEntry]) -> Int { entries.reduce(0) { $0 + $1.size } }

  private func judgeWhole(
    _ expectation: Expectation, _ check: CheckOutcomes, _ glob: Glob, _ entries: [ImageEntry]
  ) -> Outcome {
    let result = expectation.matcher.result(for: Self.whole(expectation, entries))
    guard !result.isMatched else { return check.passed(expectation) }
    let count = entries.count
    let isSize = expectation.property == "total-size"
    let fitting =
      "\(count == 0 ? "no path fits" : count == 1 ? "1 path fits" : "\(count) paths fit") `\(glob.pattern)`"
    let message = isSize ? "\(fitting), with \(Self.size(of: entries)) bytes" : fitting
    let largest = entries.sorted { ($1.size, $0.path) < ($0.size, $1.path) }
    let evidence =
      entries.isEmpty
      ? evidenceOfBase(glob)
      : shown(isSize ? largest.map { ($0.path, ": \($0.size)") } : entries.map { ($0.path, "") })
    return check.outcome(
      expectation, .failed, message, actual: "\(isSize ? Self.size(of: entries) : count)", evidence: evidence,
      origin: result.location)
  }

  /// Every path must have the property; the outcome names those that have not.
  private func judgeEach(
    _ expectation: Expectation, _ check: CheckOutcomes, _ entries: [ImageEntry]
  ) -> Outcome {
    var offenders: [(path: String, clause: String)] = []
    for entry in entries {
      switch FileProbe(entry).finding(of: expectation.property, in: search) {
      case .value(let subject):
        let result = expectation.matcher.result(for: subject)
        if case .undecided(let reason) = result.verdict {
          return check.outcome(expectation, .undecided, "cannot tell: \(reason.text)")
        }
        if !result.isMatched {
          let mask = SubjectSecrets.mask(subject, of: expectation.property)
          offenders.append((entry.path, ": \(expectation.property) \(mask.maskingCut(result.sentence))"))
        }
      case .none(let clause): offenders.append((entry.path, " \(clause)"))
      case .unknown(let reason): return check.outcome(expectation, .undecided, "cannot tell: \(reason.text)")
      case .broken(let message): return check.outcome(expectation, .error, message)
      }
    }
    guard !offenders.isEmpty else { return check.passed(expectation) }
    let count = "\(offenders.count) of \(entries.count)"
    return check.outcome(
      expectation, .failed, "`\(expectation.property)` of \(count) paths is not as expected",
      actual: "\(count) differ",
      evidence: shown(offenders))
  }

  private func evidenceOfBase(_ glob: Glob) -> [String] {
    let base = glob.base
    guard base != "/", (try? search.image.entry(at: base))?.value == nil else { return [] }
    return ["\(base) does not exist"]
  }

  /// The first of some paths with what is to be said of them, and the layers that they come from.
  private func shown(_ lines: [(path: String, clause: String)]) -> [String] {
    let layers = LayerEvidence(search)
    return lines.prefix(Self.shownPaths).map {
      "  \(VisibleText.line($0.path))\($0.clause)\(layers?.short($0.path) ?? "")"
    }
      + (lines.count > Self.shownPaths ? ["  … and \(lines.count - Self.shownPaths) more"] : [])
  }
}
