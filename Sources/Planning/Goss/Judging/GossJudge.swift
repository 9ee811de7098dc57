import DataSyntax
import Expectation
import Source

/// Judges resources against an image.
struct GossJudge {
  let search: ImageSearch
  let results: [String: CommandResult]
  let compatibility: Compatibility

  /// Why goss would skip the properties behind the first.
  private enum Rest { case judged, blocked, notApplicable, undecided(UnknownReason) }

  /// One outcome for each property, in goss's order; `position` is the place of the first in the spec.
  func outcomes(of resource: GossResource, from position: Int) -> [Outcome] {
    var outcomes: [Outcome] = []
    var rest = Rest.judged
    for (attribute, node) in resource.assertions {
      let assertion = GossAssertion(
        resource: resource, attribute: attribute, node: node, position: position + outcomes.count)
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
      let verdict = verdict(on: assertion)
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

  private func verdict(on assertion: GossAssertion) -> GossVerdict {
    let finding = finding(of: assertion.attribute.property, of: assertion.resource)
    switch finding {
    case .undecided(let reason): return .undecided(reason)
    case .error(let message): return .error(message, nil)
    case .broken(let message): return .broken(message)
    case .value(let value): return judge(value, assertion)
    case .reader(let bytes, let name):
      guard let node = assertion.node, node.kind == .sequence else {
        return judge(.text(bytes), assertion)
      }
      let matcher = GossMatcher.patterns(node, compatibility)
      return judge(.text(bytes), by: matcher, assertion, reader: name)
    }
  }

  private func judge(_ value: GossValue, _ assertion: GossAssertion) -> GossVerdict {
    guard let node = assertion.node else {
      return .error("Syntax Error: Missing required attribute", nil)
    }
    do throws(GossError) {
      return judge(value, by: try assertion.matcher(of: node, compatibility), assertion, reader: nil)
    } catch {
      return .error(error.message, nil)
    }
  }

  private func judge(
    _ value: GossValue, by matcher: GossMatcher, _ assertion: GossAssertion, reader: String?
  ) -> GossVerdict {
    switch matcher.matches(value) {
    case .success(true): return .passed(value, reader: reader)
    case .success(false): return .failed(Self.shown(matcher.failure(of: value), reader), value)
    case .failure(let error): return .error(error.message, Self.shown(matcher.failure(of: value), reader))
    }
  }

  /// goss never shows what it read line by line.
  private static func shown(_ match: GossResult.Match, _ reader: String?) -> GossResult.Match {
    guard let reader else { return match }
    return GossResult.Match(
      actual: .string("object: \(reader)"), expected: match.expected, message: match.message,
      missing: match.missing, found: match.found)
  }

  private func finding(of property: String, of resource: GossResource) -> GossFinding {
    let subject = resource.subject
    switch resource.kind.word {
    case "file":
      return FileFacts(written: subject, search: search, compatibility: compatibility).finding(of: property)
    case "package": return PackageFacts.finding(subject, property, in: search)
    case "user": return AccountFacts.user(subject, property, in: search)
    case "group": return AccountFacts.group(subject, property, in: search)
    case "service":
      return ServiceFacts(name: subject, search: search)
        .finding(of: property, status: results[GossCommands.id(of: resource)])
    case "kernel-param" where !isRunning: return KernelParameters(image: search.image).finding(of: subject)
    case "command": return GossCommands.finding(property, results[GossCommands.id(of: resource)])
    case "matching": return Self.content(of: resource)
    default:
      return RunningResource(resource: resource, result: search.running, compatibility: compatibility)
        .finding(of: property)
    }
  }

  private var isRunning: Bool { if case .notRun = search.running.state { false } else { true } }

  private static func content(of resource: GossResource) -> GossFinding {
    let content = resource.attributes["content"].map { GossValue($0) } ?? .null
    let isReader = resource.attributes["as-reader"].map { GossTyping.flag($0) == true } ?? false
    return isReader ? .reader(Array(content.printed.utf8), name: "*strings.Reader") : .value(content)
  }
}
