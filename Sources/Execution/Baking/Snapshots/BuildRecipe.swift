import Host
import Image
import Packer
import Plan

/// What the state after each step depends on, and the keys of these states: equal keys stand for equal states.
///
/// A key holds the base, how the container is started, and for every step so far the rendered operations, all that decides
/// whether they succeed, and what uploads keep of their files, read now: what the plan saw may have changed since. All of it
/// goes in as keyed digests, secrets included. The chain ends at the first step that other things than these decide: a
/// program on the host, a value of the run, a file that cannot be read beforehand.
struct BuildRecipe: Sendable {
  /// One step of the chain.
  struct Entry: Sendable {
    let step: Step
    let inputs: [BuildMemory.Input]
    /// Nil where no snapshot can stand for the state after it.
    let key: String?
    /// Why not, where the step itself is the reason: it completes "never reused: …".
    let reason: String?
    let reachesNetwork: Bool
  }

  /// The start, the provisioners and the commit, as far as there are.
  let entries: [Entry]

  init(
    of plan: BuildPlan, base: String, engine: String, files: Disk, digests: KeyedDigest,
    environment: [String: String] = [:]
  ) {
    guard let first = plan.steps.first, case .start(let start) = first.action else {
      entries = []
      return
    }
    var entries: [Entry] = []
    var state: String? = "ovenproof-snapshot-3"
    let host = HostWork(files: files, environment: environment, temporaryFolder: "/tmp", scratchFolder: nil)
    let network = StepInputs.hasNetwork(start, host)
    for step in plan.steps {
      var inputs = StepInputs(files: files)
      inputs.add(step, base: base, engine: engine, on: host)
      guard [.start, .provision, .commit].contains(step.kind) else { break }
      let named = inputs.texts.map { BuildMemory.Input(name: $0.name, digest: digests.hex(of: $0.text)) }
      let text = named.map { "\($0.name)\u{0}\($0.digest)" }.joined(separator: "\n")
      state = inputs.reason == nil ? state.map { digests.hex(of: "\($0)\n\(text)") } : nil
      entries.append(
        Entry(
          step: step, inputs: named, key: state, reason: inputs.reason,
          reachesNetwork: network && inputs.runsPrograms))
    }
    self.entries = entries
  }

  /// The key of the state after a step.
  func entry(of step: Step) -> Entry? { entries.first { $0.step.id == step.id } }

  /// What is remembered of it.
  var memory: BuildMemory {
    BuildMemory(steps: entries.map { .init(id: $0.step.id, key: $0.key, inputs: $0.inputs) })
  }
}
