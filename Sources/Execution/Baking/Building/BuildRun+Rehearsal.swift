import Engine
import Packer
import Plan
import Source

extension BuildRun {
  /// Rehearses a step in the base image: its no-op operations and the look-up of the commands that it calls.
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
      await lines.flush()
      let failure = StepFailure.wrapping(error)
      await record(
        StepResult(
          step, .failed, exitCode: failure.exitCode, message: mask.masking(failure.message),
          tail: await lines.tail,
          duration: began.duration(to: clock.now).seconds))
    }
  }

  private func rehearsal(
    of step: Step, in container: any RunningContainer, start: ContainerStart, lines: LineAssembler
  ) async throws -> (verdict: StepResult.Verdict, message: String?) {
    for limit in step.rehearsal.limits { await note("not rehearsed: \(limit)") }
    if case .unsupported(let why) = step.action { throw StepFailure(why) }
    let absent = try await commands(step.rehearsal.calls + step.rehearsal.laterCalls, absentFrom: container)
    for call in step.rehearsal.laterCalls where absent.contains(call.value) {
      await note("`\(call.value)` is not in the base image; this step or an earlier one may bring it")
    }
    let missing = step.rehearsal.calls.filter { absent.contains($0.value) }
    guard missing.isEmpty else {
      let names = missing.map { "`\($0.value)`" }
      throw StepFailure("the base image has no \(Set(names).sorted().joined(separator: ", "))")
    }
    let tools = try await commands(
      step.rehearsal.requires.map { Located($0, at: step.origin) }, absentFrom: container)
    guard tools.isEmpty else {
      return (.skipped, "not rehearsed: the base image has no \(tools.sorted().joined(separator: ", "))")
    }
    let work = self.work(in: container, start: start, lines: lines)
    try await work.perform(step.rehearsal.operations)
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

  /// Whether a provisioner comes before a step, so that the base image is not what the step would see.
  private func hasEarlierSteps(than step: Step) -> Bool {
    plan.steps.prefix { $0.id != step.id }.contains { $0.kind == .provision }
  }

  /// Which of the commands a shell of the container does not find.
  private func commands(
    _ calls: [Located<String>], absentFrom container: any RunningContainer
  ) async throws -> Set<String> {
    let names = Set(calls.map(\.value)).sorted()
    guard !names.isEmpty else { return [] }
    // One process for all names; they come in as arguments, so nothing of them is read as shell text.
    let script = "for name do command -v -- \"$name\" >/dev/null 2>&1 || printf '%s\\n' \"$name\"; done"
    let collected = LineCollector()
    _ = try await container.run(ContainerCommand(["/bin/sh", "-c", script, "sh"] + names, user: "root")) {
      stream, bytes in if stream == .output { await collected.append(bytes) }
    }
    return Set(await collected.lines)
  }
}

/// Collects what a small program prints.
private actor LineCollector {
  private var bytes: [UInt8] = []

  func append(_ more: [UInt8]) { bytes += more }

  var lines: [String] { bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }
}
