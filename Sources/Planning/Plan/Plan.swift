package import Packer
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
  package let steps: [Step]
  /// Run when a step has failed, before the container goes.
  package let errorCleanup: Step?
  /// What could not be told, with its places.
  package let unknowns: [UnknownReason]

  package init(
    name: String, builder: String, base: Base?, setting: Setting, steps: [Step], errorCleanup: Step?,
    unknowns: [UnknownReason]
  ) {
    self.name = name
    self.builder = builder
    self.base = base
    self.setting = setting
    self.steps = steps
    self.errorCleanup = errorCleanup
    self.unknowns = unknowns
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
