import Source

/// `metadataTest`: what the image's configuration must say.
struct MetadataTest: Sendable {
  let origin: Location
  var faults: [TestHead.Fault] = []
  let variables: [Variable]
  let unboundVariables: [Variable]
  let labels: [Variable]
  /// nil where it is not asserted; an empty list asserts that there is none.
  let entrypoint: Located<[String]>?
  let command: Located<[String]>?
  let exposedPorts: [Located<String>]
  let unexposedPorts: [Located<String>]
  let volumes: [Located<String>]
  let unmountedVolumes: [Located<String>]
  let workingDirectory: Located<String>?
  let user: Located<String>?

  /// Whether it asserts nothing; the original does not count such a test.
  var isEmpty: Bool {
    variables.isEmpty && unboundVariables.isEmpty && labels.isEmpty && entrypoint == nil && command == nil
      && exposedPorts.isEmpty && unexposedPorts.isEmpty && volumes.isEmpty && unmountedVolumes.isEmpty
      && workingDirectory == nil && user == nil
  }
}
