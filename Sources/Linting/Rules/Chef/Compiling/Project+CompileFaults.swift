import Chef
import Project

extension Project {
  /// What breaks the Chef runs of all builds while they compile, and in the files that they make.
  var compileFaults: [ChefFault] { chefRuns.flatMap { $0.compilation?.faults ?? [] } }

  /// The same, with the provisioner that runs them as the first step of the way.
  var reachedCompileFaults: [ChefFault] {
    ChefStep.all(in: self).flatMap { step in
      let way = step.bake.map { [$0.link] } ?? []
      return (step.chef.compilation?.faults ?? []).map { $0.reached(by: way) }
    }
  }
}
