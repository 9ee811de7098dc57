import Observation

extension StartFailure {
  private static let runtime =
    "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process:"

  /// What the original says where no container was made for a program.
  var refusal: String {
    let status = reason.hasPrefix("cannot run") ? 500 : 400
    return "Error creating container: API error (\(status)): \(Self.runtime) \(words): unknown"
  }
}
