/// A call of Packer as a Makefile, a script or a CI file writes it.
struct PackerCall: Sendable, Hashable {
  /// The file and line that hold it.
  let origin: String
  /// Folders in which the call may run, absolute, the likeliest first.
  let folders: [String]
  /// The template as the call names it.
  let template: String
  /// The files of `-var-file`, those whose names a variable makes left out.
  let variableFiles: [String]
}
