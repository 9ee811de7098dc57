import Diagnostics
import Packer
import Project
import ShellSyntax
import Source

/// A Chef provisioner in one build, with what it converges. A class, since every rule passes it along with every file.
final class ChefBake {
  let chef: ProjectChefRun
  let component: ConfiguredComponent
  let build: Build

  private init(chef: ProjectChefRun, component: ConfiguredComponent, build: Build) {
    self.chef = chef
    self.component = component
    self.build = build
  }

  /// The provisioners of all builds, in their order.
  static func all(in project: Project) -> [ChefBake] {
    project.chefRuns.compactMap { run in
      guard let component = project.component(run.owner),
        let build = project.builds.first(where: { $0.name == run.owner.build })
      else { return nil }
      return ChefBake(chef: run, component: component, build: build)
    }
  }

  /// Every Ruby file of every provisioner.
  static func rubyFiles(in project: Project) -> [(bake: ChefBake, file: ProjectRubyFile)] {
    ChefStep.rubyFiles(in: project).compactMap { step, file in step.bake.map { ($0, file) } }
  }

  /// The provisioner as a step of a way.
  var link: ChainLink { ChainLink("provisioner `\(component.type.value)`", at: component.type.location) }

  /// The way from the template to a file of a cookbook.
  func chain(to file: ProjectRubyFile) -> [ChainLink] { [link] + file.chain }

  /// The scripts that run on the guest before it.
  func earlierScripts(in project: Project) -> [ProjectScript] {
    project.scripts.filter { script in
      script.owner.build == build.name && script.owner.kind == .provisioner && !script.isOnHost
        && (1..<component.position).contains(script.owner.position)
    }
  }
}
