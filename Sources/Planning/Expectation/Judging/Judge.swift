import Image
import Matching
import Source

/// Judges checks of our own dialect against one image, at rest or predicted.
struct Judge {
  let search: ImageSearch

  /// The outcomes of a check's expectations; a command without a result is undecided.
  func outcomes(of check: Check, result: CommandResult?) -> [Outcome] {
    let check = CheckOutcomes(check: check)
    switch check.check.target {
    case .file(let path): return judge(check, FileProbe(path, in: search.image))
    case .files(let glob): return judge(check, matching: glob)
    case .package(let name): return judge(check, PackageProbe(name, in: search))
    case .user(let name): return judge(check, UserProbe(name, in: search))
    case .group(let name): return judge(check, GroupProbe(name, in: search))
    case .image: return judge(check, ImageProbe(configuration: search.image.configuration))
    case .secrets(let exceptions): return judge(check, SecretsProbe(except: exceptions, in: search))
    case .drift(let name, let exceptions):
      return judge(check, DriftProbe(from: name, except: exceptions, in: search))
    case .waste: return judge(check, WasteProbe(in: search))
    case .running(let target): return judge(check, target)
    case .command(let call):
      let notRun = CommandResult(.notRun(UnknownReason("the command was not run")))
      return judge(check, CommandProbe(call: call, result: result ?? notRun, in: search.image))
    }
  }

  func judge(_ check: CheckOutcomes, _ probe: some Probe) -> [Outcome] {
    switch probe.presence {
    case .unknown(let reason): return check.all(.undecided, "cannot tell: \(reason.text)")
    case .broken(let message), .none(let message): return check.all(.error, message)
    case .value(.bool(true)): return judgePresent(check, probe)
    case .value: return judgeAbsent(check, probe)
    }
  }

  /// One failure says that the thing is not there; what cannot be judged for that is blocked.
  private func judgeAbsent(_ check: CheckOutcomes, _ probe: some Probe) -> [Outcome] {
    let expectations = check.check.expectations
    func isAsked(_ expectation: Expectation) -> Bool? {
      probe.absentValue(of: expectation.property).map { expectation.matcher.result(for: $0).isMatched }
    }
    let asked = expectations.filter { isAsked($0) != nil }
    if !asked.isEmpty, asked.allSatisfy({ isAsked($0) == true }) {
      return expectations.map { expectation in
        isAsked(expectation) == true
          ? check.passed(expectation)
          : check.outcome(expectation, .notApplicable, "\(probe.absence), as expected")
      }
    }
    let blamed = asked.first { isAsked($0) == false } ?? expectations.first
    let evidence = probe.evidenceOfAbsence(in: search)
    return expectations.map { expectation in
      expectation.property == blamed?.property
        ? check.outcome(expectation, .failed, probe.absence, actual: probe.absentValue, evidence: evidence)
        : check.outcome(expectation, .blocked, "not judged: \(probe.absence)")
    }
  }

  private func judgePresent(_ check: CheckOutcomes, _ probe: some Probe) -> [Outcome] {
    let expectations = check.check.expectations
    if let asked = expectations.first(where: { $0.property == probe.presenceProperty }),
      !asked.matcher.result(for: .bool(true)).isMatched
    {
      return expectations.map { expectation in
        expectation.property == asked.property
          ? check.outcome(
            expectation, .failed, probe.unwantedPresence, actual: "present",
            evidence: probe.evidenceOfPresence(in: search))
          : check.outcome(expectation, .blocked, "not judged: \(probe.unwantedPresence)")
      }
    }
    return expectations.map { judge($0, check, probe) }
  }

  private func judge(_ expectation: Expectation, _ check: CheckOutcomes, _ probe: some Probe)
    -> Outcome
  {
    switch probe.finding(of: expectation.property, in: search) {
    case .value(let subject):
      let result = expectation.matcher.result(for: subject)
      let more = result.isMatched ? [] : probe.evidence(for: expectation, result, in: search)
      let outcome = check.outcome(expectation, result, evidence: more)
      return outcome.concealing(SubjectSecrets.mask(subject, of: expectation.property))
    case .none(let clause):
      let result = expectation.matcher.result(for: .null)
      let more = probe.evidence(for: expectation, result, in: search)
      return check.outcome(
        expectation, .failed, "`\(probe.name(for: expectation.property))` \(clause)", actual: clause,
        evidence: more)
    case .unknown(let reason): return check.outcome(expectation, .undecided, "cannot tell: \(reason.text)")
    case .broken(let message): return check.outcome(expectation, .error, message)
    }
  }
}
