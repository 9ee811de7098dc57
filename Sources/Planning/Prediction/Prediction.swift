package import Expectation
package import Image
package import Matching
import Packer
package import Plan
package import Project
package import Source

/// The image that a build will make, as far as its plan tells for sure; of all else it says nothing.
package struct Prediction: Sendable {
  /// The build's name.
  package let build: String
  private let configuration: ConfigurationPrediction?
  private let tree: TreePrediction
  /// What the base image has and no step changes; nil where a step may change anything.
  private let untouched: UntouchedBase?

  /// Something that is known, and what makes it so.
  package struct Fact: Sendable, Hashable {
    package let value: Subject
    /// The place that makes it so.
    package let origin: Location
    /// What stands there, to follow "is": "given the mode `0640` by `template[/etc/x]`".
    package let words: String

    package init(_ value: Subject, by words: String, at origin: Location) {
      self.value = value
      self.words = words
      self.origin = origin
    }
  }

  /// `base` gives the image that the build starts from, where it is at hand; it is asked only where it can tell something.
  package init(of plan: BuildPlan, in project: Project, from base: () -> (any ImageView)? = { nil }) {
    self.build = plan.name
    let build = project.builds.first { $0.name == plan.name }
    configuration = build.flatMap { ConfigurationPrediction(of: $0.builder) }
    var tree = TreePrediction()
    for step in plan.steps where step.kind == .provision {
      let provisioner = build?.provisioners.first { $0.location == step.origin }
      guard let build, let provisioner else {
        tree.forgetAll()
        continue
      }
      tree.take(step, scripts: Array(project.scripts(of: ComponentReference(provisioner, in: build))))
    }
    self.tree = tree
    untouched = plan.base.flatMap { place in
      tree.isOpen ? nil : base().flatMap { UntouchedBase($0, at: place.location, tree) }
    }
  }

  /// What a thing's property will be; nil where that cannot be told.
  package func fact(of target: Target, _ property: String) -> Fact? {
    switch target {
    case .image: configuration?.fact(of: property)
    default:
      tree.knows(target) ? tree.fact(of: target, property) : untouched?.fact(of: target, property)
    }
  }
}
