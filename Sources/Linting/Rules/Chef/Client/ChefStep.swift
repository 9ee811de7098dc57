import Chef
import Diagnostics
import Project
import Source

/// A Chef run with the Ruby files of its cookbooks: of a provisioner, or of a folder of Chef code without a template. A
/// class, since every rule passes it along with every file.
final class ChefStep {
  let chef: ProjectChefRun
  /// The provisioner that asks for it; nil without a template.
  let bake: ChefBake?

  private init(chef: ProjectChefRun, bake: ChefBake?) {
    self.chef = chef
    self.bake = bake
  }

  /// The runs of all builds, in their order; those of the folder where no template is.
  static func all(in project: Project) -> [ChefStep] {
    if project.builds.isEmpty { return project.chefRuns.map { ChefStep(chef: $0, bake: nil) } }
    return ChefBake.all(in: project).map { ChefStep(chef: $0.chef, bake: $0) }
  }

  /// Every Ruby file of every run.
  static func rubyFiles(in project: Project) -> [(step: ChefStep, file: ProjectRubyFile)] {
    all(in: project).flatMap { step in step.chef.rubyFiles.map { (step, $0) } }
  }

  /// The way to a file of a cookbook: from the template, or from what asks for the run without one.
  func chain(to file: ProjectRubyFile) -> [ChainLink] {
    (bake.map { [$0.link] } ?? chef.run.setup.chain) + file.chain
  }
}
