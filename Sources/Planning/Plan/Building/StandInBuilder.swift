import Packer
import Project
import ShellSyntax
import Source

/// A container in place of the machine that a builder of another platform would start.
struct StandInBuilder {
  private static let stepType = BuildPlan.StandInPlan.stepType

  let project: Project
  let build: Build
  let standIn: StandIn

  private var type: String { build.builder.type.value }
  private var platform: Platform { Platform.of(type) }
  private var image: RunText { RunText(standIn.image) }

  /// The choice, with what the build's scripts call that a container cannot show.
  var plan: BuildPlan.StandInPlan {
    var unseen: [String: [Located<String>]] = [:]
    let limits = project.standIns.table.limits
    for run in project.shellRuns where run.build.name == build.name && !run.script.isOnHost {
      for call in run.script.script.calls {
        guard let words = limits.words(for: call) else { continue }
        unseen["provision-\(run.component.position)", default: []].append(words)
      }
    }
    return BuildPlan.StandInPlan(
      standIn: standIn, machine: platform.machine, product: platform.product, unseen: unseen)
  }

  /// The steps that start the container and make it like the machine.
  func start() -> [Step] {
    let start = ContainerStart(
      image: image, runArguments: ["-d", "-i", "-t", "--entrypoint=/bin/sh", "--", image],
      execUser: RunText(standIn.user), accountName: standIn.user)
    return [
      Step(
        id: "start", kind: .start, type: type,
        title: "start a container from \(standIn.image), standing in for \(platform.machine)",
        origin: build.builder.location, effects: [.init(.downloads, name: standIn.image, .maybe)],
        action: .start(start)),
      preparation(),
    ]
  }

  /// The step that keeps what the container has become, so that a spec can be judged on it.
  func finish(after last: String) -> [Step] {
    let name = platform.name.flatMap { build.builder.options.text($0).value?.value.shown }
    let product = "\(platform.product)\(name.map { " \($0)" } ?? "")"
    return [
      Step(
        id: "commit", kind: .commit, type: type,
        title: "keep the stand-in as an image, in place of \(product)",
        origin: build.builder.location, inputs: [.init(.step, last)],
        effects: [.init(.creates, name: "image")],
        action: .commit(Commit(author: nil, message: "stand-in for \(platform.product)", changes: [])))
    ]
  }

  private func preparation() -> Step {
    let user = standIn.user
    let run = ContainerRun(
      RunText(StandInPreparation(user: user, packages: standIn.packages).script),
      failure: "`\(standIn.image)` cannot be made like the machine: exit code N", user: "root")
    let packages = standIn.packages.joined(separator: ", ")
    let who = user == "root" ? "" : "user \(user), who may use sudo without a password"
    let what = [packages.isEmpty ? "" : packages, who].filter { !$0.isEmpty }.joined(separator: " and ")
    return Step(
      id: Self.stepType, kind: .provision, type: Self.stepType,
      title: what.isEmpty ? "nothing is lacking" : "add what the machine has: \(what)",
      origin: build.builder.location,
      effects: standIn.packages.map { .init(.installs, name: $0, .maybe) }
        + (user == "root" ? [] : [.init(.creates, path: "/home/\(user)", .maybe)]),
      action: .provision([.run(run)]), rehearsal: Rehearsal(operations: [.run(run)]))
  }
}
