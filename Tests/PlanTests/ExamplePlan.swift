import Host
import Packer
import Plan
import PlanSupport
import Project
import Source

/// The plan of a template in memory, `machine.json`, with files beside it.
struct ExamplePlan {
  let plan: Plan
  let sources: SourceSet

  init(_ template: String, _ files: [String: String] = [:], standIns: StandInRequest? = nil) throws {
    let all = files.merging(["machine.json": template]) { own, _ in own }
    let tree = MemoryFileTree(all.mapValues { Array($0.utf8) })
    let project = try Plan.project("machine.json", in: tree, digests: .all, standIns: standIns).orThrow(
      "machine.json")
    plan = Plan.make(for: project)
    sources = project.sources
  }

  /// The plan of provisioners in a container that is committed.
  init(provisioners: String, _ files: [String: String] = [:]) throws {
    try self.init(
      """
      {"builders": [{"type": "docker", "image": "debian:12", "pull": false, "commit": true}],
       "provisioners": [\(provisioners)]}
      """, files)
  }

  /// The first build.
  var build: BuildPlan { plan.builds[0] }

  /// The first provisioner's step.
  var provision: Step { build.steps.first { $0.kind == .provision } ?? build.steps[0] }

  /// What stands at a place.
  func text(at location: Location) -> String {
    String(decoding: sources[location.file]?.bytes[location.range.indices] ?? [], as: UTF8.self)
  }
}

extension Step {
  /// The commands that the step runs in the container, as they are shown.
  var commands: [String] {
    guard case .provision(let operations) = action else { return [] }
    return operations.flatMap(\.commands)
  }
}

extension Operation {
  /// The commands in the container, as they are shown.
  var commands: [String] {
    switch self {
    case .run(let run): [run.command.shown]
    case .runThenAlways(let run, let operations): [run.command.shown] + operations.flatMap(\.commands)
    default: []
    }
  }
}
