import Diagnostics
import Engine
import Packer
import Plan
import Project
import Source

/// One build while it runs. An actor because its container's scope and its post-processors share what has happened.
actor BuildRun {
  let plan: BuildPlan
  let template: String
  let kitchen: Kitchen
  let mask: SecretMask
  var values: RunValues
  var results: [StepResult] = []
  var artifacts: [Artifact] = []
  var base: EngineImage?
  var image: EngineImage?
  /// Keeps the built image while post-processors work on it.
  var held: ImageHold?
  /// Nil where no snapshots are used.
  var cache: CacheState?
  /// The user that `run_command` names for the container.
  var runUser: String?
  /// The folder of the host that its container shares.
  var sharedFolder: String?
  /// What a rehearsal has found out so far.
  var rehearsed = RehearsalNotes()
  /// What is wrong, each with its place; and what exceptions cover of it.
  var findings: [Diagnostic] = []
  var suppressed: [Diagnostic] = []
  /// What finished post-processors have made, by step id.
  var outputs: [String: Artifact] = [:]

  init(_ plan: BuildPlan, of template: String, in kitchen: Kitchen) {
    self.plan = plan
    self.template = template
    self.kitchen = kitchen
    mask = SecretMask(of: plan)
    values = RunValues(runUUID: kitchen.clock.uuid, functions: kitchen.clock.functions)
    values.account = plan.standIn?.standIn.user
  }

  /// Runs the build to its end; never throws, since a failure is a result.
  func run() async -> BuildResult {
    let clock = ContinuousClock()
    let began = clock.now
    await kitchen.sink(.buildStarted(plan.name, stepCount: plan.steps.count))
    if kitchen.options.isResumed {
      await resume()
    } else if !(await refusesToStart()) {
      switch plan.setting {
      case .elsewhere(let why): await skipAll(why)
      case .host: await runOnHost()
      case .container: await runInContainer()
      }
    }
    let result = BuildResult(
      name: plan.name, verdict: verdict, steps: results, artifacts: artifacts, base: base, image: image,
      findings: findings, suppressed: suppressed, duration: began.duration(to: clock.now).seconds)
    await kitchen.sink(.buildEnded(result))
    return result
  }

  private var verdict: StepResult.Verdict {
    let verdicts = Set(results.map(\.verdict))
    if verdicts.contains(.failed) { return .failed }
    if verdicts.contains(.blocked) { return .blocked }
    return verdicts.isSubset(of: [.skipped, .notRun]) ? .notRun : .done
  }

  /// Runs nothing, and says why.
  func skipAll(_ why: String) async {
    for step in plan.steps { results.append(StepResult(step, .notRun, message: why)) }
    await note(why)
  }

  /// Keeps what became of a step, and tells it.
  func record(_ result: StepResult) async {
    results.append(result)
    await kitchen.sink(.stepEnded(build: plan.name, result: result))
  }

  /// Keeps a finding as settings and exceptions weigh it; whether it fails its step.
  func tell(_ finding: Diagnostic, of step: Step) -> Bool {
    var finding = finding
    finding.message = mask.masking(finding.message)
    if finding.primary.file != step.origin.file {
      finding.chain.insert(ChainLink("\(step.kind.rawValue) `\(step.type)`", at: step.origin), at: 0)
    }
    guard let judged = kitchen.judge(finding) else { return false }
    guard judged.exception == nil else {
      suppressed.append(judged)
      return false
    }
    findings.append(judged)
    return judged.severity == .error && !judged.isPreview
  }

  /// Says a word of our own, secrets masked.
  func note(_ text: String) async {
    await kitchen.sink(.note(build: plan.name, text: mask.masking(text)))
  }

  /// What takes the output of one step.
  func lineAssembler() -> LineAssembler {
    let (sink, name) = (kitchen.sink, plan.name)
    return LineAssembler(mask: mask) { await sink(.line(build: name, text: $0)) }
  }
}
