import Diagnostics
import Engine
import Packer
import Plan
import Source

extension BuildRun {
  /// Rehearses a step in the base image: its no-op operations, what it asks of package managers, and the look-up of the
  /// commands that it calls.
  func rehearse(_ step: Step, index: Int, in container: any RunningContainer, start: ContainerStart) async {
    let clock = ContinuousClock()
    let began = clock.now
    await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index))
    let lines = lineAssembler()
    do {
      let verdict = try await rehearsal(of: step, in: container, start: start, lines: lines)
      await record(
        StepResult(
          step, verdict.verdict, message: verdict.message, tail: await lines.tail,
          duration: began.duration(to: clock.now).seconds))
    } catch {
      await recordFailure(of: step, error, lines, since: began)
    }
  }

  private func rehearsal(
    of step: Step, in container: any RunningContainer, start: ContainerStart, lines: LineAssembler
  ) async throws -> (verdict: StepResult.Verdict, message: String?) {
    for limit in step.rehearsal.limits { await note("not rehearsed: \(limit)") }
    if case .unsupported(let why) = step.action { throw StepFailure(why) }
    weigh(step)
    // Who lacks a package manager is told once: by the look-up.
    let rehearsal = step.rehearsal
    let absent = try await commands(
      rehearsal.calls + rehearsal.laterCalls + rehearsal.possibleCalls + rehearsal.bashWords,
      absentFrom: container)
    try await ask(step.rehearsal.packages, of: step, in: container)
    let faults = try await tell(of: absent, called: step, in: container)
    let tools = try await commands(
      step.rehearsal.requires.map { Located($0, at: step.origin) }, absentFrom: container)
    guard tools.isEmpty else {
      try fail(step, with: faults)
      return (.skipped, "not rehearsed: the base image has no \(tools.sorted().joined(separator: ", "))")
    }
    let work = self.work(in: container, start: start, lines: lines)
    let found = try await perform(step.rehearsal.operations, of: step, by: work, lines)
    try fail(step, with: faults + found)
    do {
      try await work.perform(step.rehearsal.trial)
    } catch let failure as StepFailure where failure.exitCode != nil && hasEarlierSteps(than: step) {
      return (
        .skipped,
        "cannot tell: \(failure.message); the steps before it were not run, and may bring what it missed"
      )
    }
    return step.rehearsal.operations.isEmpty && step.rehearsal.calls.isEmpty
      ? (.skipped, "nothing of it can be rehearsed") : (.done, nil)
  }

  /// Fails a step for the faults that were found in it, all of them in one sentence.
  private func fail(_ step: Step, with faults: [String]) throws(StepFailure) {
    let found = faults + (rehearsed.faults[step.id] ?? [])
    guard !found.isEmpty else { return }
    throw StepFailure(found.joined(separator: "; "))
  }

  /// Does the operations of a rehearsal; a script that does not parse is told of at its place, and the others are still
  /// looked at.
  private func perform(
    _ operations: [Operation], of step: Step, by work: ContainerWork, _ lines: LineAssembler
  ) async throws -> [String] {
    var faults: [String] = []
    for operation in operations {
      let before = await lines.count
      do {
        try await work.perform([operation])
      } catch let failure as StepFailure where failure.exitCode != nil {
        guard case .run(let run) = operation, let script = run.checked,
          let complaint = SyntaxComplaint(in: await lines.tail(after: before), about: script)
        else { throw failure }
        let isFault = tell(
          Diagnostic(
            "rehearsal/broken-syntax", .error, "the image's own reader says: \(complaint.message)",
            at: complaint.location), of: step)
        if isFault { faults.append(failure.message) }
      }
    }
    return faults
  }

  /// Tells of commands that the image lacks; those that must be in it are faults.
  private func tell(
    of absent: Set<String>, called step: Step, in container: any RunningContainer
  ) async throws -> [String] {
    guard !absent.isEmpty else { return [] }
    let possible = step.rehearsal.possibleCalls.filter { absent.contains($0.value) }
    if !possible.isEmpty {
      let names = possible.map { "`\($0.value)`" }.joined(separator: ", ")
      await note(
        "not in the base image, and called in some runs only, or where a failure is caught: \(names)")
    }
    let faults = tell(ofWords: step.rehearsal.bashWords.filter { absent.contains($0.value) }, in: step)
    let hints = try await ProviderHints(asking: absent.sorted(), in: container)
    for call in step.rehearsal.laterCalls where absent.contains(call.value) {
      if let package = hints.package(of: call.value) {
        if rehearsed.brought.contains(package) { continue }
        await note(
          "`\(call.value)` is not in the base image; package `\(package)` would bring it, and no call installs that"
        )
      } else {
        await note("`\(call.value)` is not in the base image; this step or an earlier one may bring it")
      }
    }
    var missing: Set<String> = []
    for call in step.rehearsal.calls where absent.contains(call.value) {
      let help = hints.package(of: call.value).map {
        "package `\($0)` brings it: install it in an earlier step"
      }
      let isFault = tell(
        Diagnostic(
          "rehearsal/absent-command", .error,
          "`\(call.value)` is not in the base image, and no earlier step installs anything",
          at: call.location,
          help: help ?? "install what brings it in an earlier step, or start from an image that has it"),
        of: step)
      if isFault { missing.insert("`\(call.value)`") }
    }
    guard !missing.isEmpty else { return faults }
    let names = missing.sorted().joined(separator: ", ")
    return faults + ["the base image has no \(names)"]
  }

  /// Tells of words of bash that the image's plain shell does not know.
  private func tell(ofWords words: [Located<String>], in step: Step) -> [String] {
    words.compactMap { word in
      let help =
        (word.value == "source" ? "write `.` in its place, or " : "")
        + "let bash read the script: `#!/bin/bash`, `inline_shebang`"
      let isFault = tell(
        Diagnostic(
          "rehearsal/absent-command", .error,
          "`\(word.value)` is a word of bash, which the `/bin/sh` of the base image does not know",
          at: word.location, help: help), of: step)
      return isFault ? "the shell of the base image does not know `\(word.value)`" : nil
    }
  }

  /// Whether a provisioner comes before a step, so that the base image is not what the step would see.
  private func hasEarlierSteps(than step: Step) -> Bool {
    plan.steps.prefix { $0.id != step.id }.contains {
      $0.kind == .provision && $0.type != BuildPlan.StandInPlan.stepType
    }
  }

  /// Which of the commands a shell of the container does not find.
  private func commands(
    _ calls: [Located<String>], absentFrom container: any RunningContainer
  ) async throws -> Set<String> {
    let names = Set(calls.map(\.value)).sorted()
    guard !names.isEmpty else { return [] }
    // One process for all names; they come in as arguments, so nothing of them is read as shell text.
    let script = "for name do command -v -- \"$name\" >/dev/null 2>&1 || printf '%s\\n' \"$name\"; done"
    let collected = CollectedBytes()
    _ = try await container.run(ContainerCommand(["/bin/sh", "-c", script, "sh"] + names, user: "root")) {
      stream, bytes in if stream == .output { await collected.append(bytes) }
    }
    return Set(await collected.lines)
  }
}
