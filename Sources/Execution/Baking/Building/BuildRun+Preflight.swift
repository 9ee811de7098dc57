import Diagnostics
import Packer
import Plan
import Source

extension BuildRun {
  /// Fails the build for what cannot work here, before anything is started; whether it did.
  func refusesToStart() async -> Bool {
    if case .elsewhere = plan.setting { return false }
    if await refusesOptions() { return true }
    guard !kitchen.options.isDryRun,
      let (step, why) = unrendered ?? ungiven
        ?? plan.steps.lazy.compactMap({ step in self.obstacle(of: step).map { (step, $0) } }).first
    else { return false }
    let index = (plan.steps.firstIndex { $0.id == step.id } ?? 0) + 1
    for other in plan.steps.prefix(index - 1) { results.append(StepResult(other, .notRun)) }
    await kitchen.sink(.stepStarted(build: plan.name, step: step, index: index))
    await record(StepResult(step, .failed, message: "\(why); nothing was started"))
    appendTheRest()
    return true
  }

  /// Fails the start for what the engine cannot give to the container.
  private func refusesOptions() async -> Bool {
    let refused = ContainerOptionCheck(kitchen.engine, kitchen.host).findings(in: plan)
    guard let start = plan.steps.first, !refused.isEmpty else { return false }
    // No setting and no exception can give what is not there.
    findings += refused
    await kitchen.sink(.stepStarted(build: plan.name, step: start, index: 1))
    var reasons: [String] = []
    for finding in refused where !reasons.contains(finding.message) { reasons.append(finding.message) }
    let words = (reasons + ["nothing was started"]).joined(separator: "; ")
    await record(StepResult(start, .failed, message: words))
    appendTheRest()
    return true
  }

  /// The step of the first option that could not be rendered, and why: to leave out what it says would be another build.
  private var unrendered: (step: Step, why: String)? {
    guard let option = plan.unrendered.first else { return nil }
    let owner = plan.steps.first { $0.origin == option.component } ?? plan.steps.first
    return owner.map { ($0, "an option of `\($0.type)` cannot be told: \(option.reason.text)") }
  }

  /// The first step, and the variable without which Packer starts none.
  private var ungiven: (step: Step, why: String)? {
    guard let name = plan.missingVariables.first, let first = plan.steps.first else { return nil }
    return (first, "the variable `\(name)` must be given, and is not: give it with `-var \(name)=…`")
  }

  /// Why a step would fail for sure.
  private func obstacle(of step: Step) -> String? {
    switch step.action {
    case .unsupported(let why): return why
    case .postProcess(let process):
      if case .unsupported(let why) = process.work { return why }
      return nil
    case .provision(let operations): return operations.lazy.compactMap { self.obstacle(of: $0) }.first
    case .start, .commit, .export, .discard, .makeFile: return nil
    }
  }

  private func obstacle(of operation: Operation) -> String? {
    switch operation {
    case .waitForKey where !kitchen.options.isAttended:
      return "a breakpoint waits for a key, and there is no terminal: set `disable`, or build on a terminal"
    case .play(let play):
      guard let program = play.arguments.first?.complete, !kitchen.host.hasProgram(program) else {
        return nil
      }
      return
        "`\(program)` is not installed on this machine: `apt-get install ansible-core`, or let `ansible-local` "
        + "play inside the container"
    case .runOnHost(let run):
      if case .always = run.condition { return nil }
      guard let program = run.arguments.first?.complete, !kitchen.host.hasProgram(program) else { return nil }
      return "`\(program)` is not installed on this machine: `apt-get install ansible-core`"
    default: return nil
    }
  }
}
