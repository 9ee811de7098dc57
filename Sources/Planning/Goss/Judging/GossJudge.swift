import DataSyntax
import Expectation
import Matching
import Source

/// Judges resources by what an image answers.
struct GossJudge {
  let facts: GossFacts
  let comparer: GossComparer

  init(
    _ search: ImageSearch, results: [String: CommandResult], _ compatibility: Compatibility,
    packaging: PackageVersion.System? = nil
  ) {
    facts = GossFacts(search, results: results, compatibility, packaging: packaging)
    comparer = GossComparer(compatibility: compatibility)
  }

  /// Why goss would skip the properties behind the first.
  private enum Rest { case judged, blocked, notApplicable, undecided(UnknownReason) }

  /// One outcome for each property, in goss's order; `position` is the place of the first in the spec.
  func outcomes(of resource: GossResource, from position: Int) -> [Outcome] {
    var outcomes: [Outcome] = []
    var rest = Rest.judged
    for claim in resource.claims {
      let assertion = GossAssertion(
        resource: resource, claim: claim, position: position + outcomes.count)
      guard !resource.isSkipped else {
        outcomes.append(assertion.skipped(.skipped, "skipped: the file says so"))
        continue
      }
      switch rest {
      case .judged: break
      case .blocked:
        outcomes.append(assertion.skipped(.blocked, "not judged: the first property is not as expected"))
        continue
      case .notApplicable:
        outcomes.append(assertion.skipped(.notApplicable, "it is not there, as expected"))
        continue
      case .undecided(let reason):
        outcomes.append(assertion.skipped(.undecided, "cannot tell: \(reason.text)"))
        continue
      }
      let verdict = verdict(on: claim, of: resource)
      outcomes.append(assertion.outcome(verdict))
      if outcomes.count == 1, resource.kind.skipsRest { rest = Self.rest(after: verdict) }
    }
    return outcomes
  }

  private static func rest(after verdict: GossVerdict) -> Rest {
    switch verdict {
    case .passed(.bool(false), _): .notApplicable
    case .passed: .judged
    case .failed, .error, .broken: .blocked
    case .undecided(let reason): .undecided(reason)
    }
  }

  private func verdict(on claim: GossClaim, of resource: GossResource) -> GossVerdict {
    switch facts.finding(of: claim.attribute.property, of: resource) {
    case .error(let message): return .error(message, nil)
    case .value(let value): return judge(value, claim, reader: nil)
    case .reader(let bytes, let name):
      return judge(.text(bytes), claim, reader: claim.readsLines ? name : nil)
    case .brokenReader(let bytes, let name, let message):
      return judge(beginning: bytes, claim, reader: name) ?? .error(message, Self.unread(claim, name))
    case .broken(let message): return Self.fault(of: claim) ?? .broken(message)
    case .undecided(let reason): return Self.fault(of: claim) ?? .undecided(reason)
    }
  }

  /// The verdict where the whole lines at the beginning of a text decide it: goss reads no further than its patterns need.
  private func judge(beginning bytes: [UInt8], _ claim: GossClaim, reader: String) -> GossVerdict? {
    guard claim.readsLines, case .success(let matcher) = claim.matcher,
      case .patterns(let patterns) = matcher.form,
      patterns.areAllWanted
    else { return Self.fault(of: claim) }
    let lines = bytes.prefix((bytes.lastIndex(of: 0x0A) ?? -1) + 1)
    // An empty pattern is found in a line, or in a text that has come to its end.
    guard !lines.isEmpty || patterns.elements.items?.isEmpty != false else { return nil }
    let verdict = judge(.text(Array(lines)), claim, reader: reader)
    if case .passed = verdict { return verdict }
    return nil
  }

  /// What goss says beside the error of patterns for which it cannot read a text to its end.
  private static func unread(_ claim: GossClaim, _ reader: String) -> GossResult.Match? {
    guard claim.readsLines, case .success(let matcher) = claim.matcher,
      case .patterns(let patterns) = matcher.form
    else { return nil }
    return GossResult.Match(
      actual: .string("object: \(reader)"), expected: patterns.elements.json, message: "to have patterns")
  }

  /// What is wrong with the file itself, which needs no image to be told.
  private static func fault(of claim: GossClaim) -> GossVerdict? {
    guard case .failure(let error) = claim.matcher else { return nil }
    return .error(error.message, nil)
  }

  private func judge(_ value: GossValue, _ claim: GossClaim, reader: String?) -> GossVerdict {
    let matcher: GossMatcher
    switch claim.matcher {
    case .success(let read): matcher = read
    case .failure(let error): return .error(error.message, nil)
    }
    let comparison = comparer.comparison(of: value, with: matcher)
    switch comparison.verdict {
    case .success(true): return .passed(value, reader: reader)
    case .success(false): return .failed(Self.shown(comparison.match, reader), value)
    case .failure(let error): return .error(error.message, Self.shown(comparison.match, reader))
    }
  }

  /// goss never shows what it read line by line.
  private static func shown(_ match: GossResult.Match, _ reader: String?) -> GossResult.Match {
    guard let reader else { return match }
    return GossResult.Match(
      actual: .string("object: \(reader)"), expected: match.expected, message: match.message,
      missing: match.missing, found: match.found, isOfMatchers: match.isOfMatchers)
  }
}
