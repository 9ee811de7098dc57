import Diagnostics
import Packer
import Project
import ShellSyntax
import Source

/// A Chef provisioner in one build, with what it converges.
struct ChefStep {
  let chef: ProjectChefRun
  let component: ConfiguredComponent
  let build: Build

  /// The steps of all builds, in their order.
  static func all(in project: Project) -> [ChefStep] {
    project.chefRuns.compactMap { run in
      guard let component = project.component(run.owner),
        let build = project.builds.first(where: { $0.name == run.owner.build })
      else { return nil }
      return ChefStep(chef: run, component: component, build: build)
    }
  }

  /// Every Ruby file of every step.
  static func rubyFiles(in project: Project) -> [(step: ChefStep, file: ProjectRubyFile)] {
    all(in: project).flatMap { step in step.chef.rubyFiles.map { (step, $0) } }
  }

  /// The way from the template to a file of a cookbook.
  func chain(to file: ProjectRubyFile) -> [ChainLink] {
    [ChainLink("provisioner `\(component.type.value)`", at: component.type.location)] + file.chain
  }

  /// The scripts that run on the guest before it.
  func earlierScripts(in project: Project) -> [ProjectScript] {
    project.scripts.filter { script in
      script.owner.build == build.name && script.owner.kind == .provisioner && !script.isOnHost
        && (1..<component.position).contains(script.owner.position)
    }
  }
}
