package import Packer
package import Project
package import Source

/// What a build of a template would do, decided before anything runs; execution only interprets it.
package struct Plan: Sendable {
  package let template: FileID
  package let builds: [BuildPlan]

  package init(template: FileID, builds: [BuildPlan]) {
    self.template = template
    self.builds = builds
  }
}

/// The steps of one build.
package struct BuildPlan: Sendable {
  package let name: String
  /// The builder's type.
  package let builder: String
  package let base: Base?
  package let setting: Setting
  /// The container that stands in for the machine of another platform; nil where none does.
  package let standIn: StandInPlan?
  package let steps: [Step]
  /// Run when a step has failed, before the container goes.
  package let errorCleanup: Step?
  /// What could not be told, with its places.
  package let unknowns: [UnknownReason]
  /// Options that could not be rendered, though steps that would run depend on them: without a value that is given from outside
  /// Packer starts nothing, and what only the run knows inside of an expression is not filled in here.
  package let unrendered: [Unrendered]
  /// Variables without a default that nobody has given; without them Packer starts nothing, whether they are used or not.
  package let missingVariables: [String]

  package init(
    name: String, builder: String, base: Base?, setting: Setting, standIn: StandInPlan? = nil, steps: [Step],
    errorCleanup: Step?, unknowns: [UnknownReason], unrendered: [Unrendered] = [],
    missingVariables: [String] = []
  ) {
    self.name = name
    self.builder = builder
    self.base = base
    self.setting = setting
    self.standIn = standIn
    self.steps = steps
    self.errorCleanup = errorCleanup
    self.unknowns = unknowns
    self.unrendered = unrendered
    self.missingVariables = missingVariables
  }

  /// Why an option of a component could not be rendered.
  package struct Unrendered: Sendable {
    /// Where the component stands, which is its step's origin.
    package let component: Location
    package let reason: UnknownReason
  }

  /// A container in place of the machine that the builder would start.
  package struct StandInPlan: Sendable {
    package let standIn: StandIn
    /// In words: an EC2 instance.
    package let machine: String
    /// What the builder would make: an Amazon machine image.
    package let product: String
    /// What calls of the build's scripts cannot show in a container, with the place of each, by the id of the step.
    package let unseen: [String: [Located<String>]]

    /// The type of the step that makes the container like the machine.
    package static let stepType = "stand-in"

    package init(
      standIn: StandIn, machine: String, product: String, unseen: [String: [Located<String>]] = [:]
    ) {
      self.standIn = standIn
      self.machine = machine
      self.product = product
      self.unseen = unseen
    }
  }

  /// The image that a build starts from.
  package struct Base: Sendable {
    package let reference: RunText
    package let location: Location

    package init(reference: RunText, location: Location) {
      self.reference = reference
      self.location = location
    }
  }

  /// Where the steps of a build run.
  package enum Setting: Sendable {
    case container
    /// The `null` builder: nothing is made; provisioners other than shell-local have nothing to run on.
    case host
    /// A builder for another platform, without a stand-in; in words for people.
    case elsewhere(String)
  }
}
