import Source

/// `fileExistenceTests`: a path, and what its entry is like.
struct ExistenceTest: Sendable {
  let head: TestHead
  let path: Located<String>
  let shouldExist: Bool
  /// The place that says so, or the path's where it is left out.
  let presencePlace: Location
  let permissions: Located<String>?
  /// nil where it is not asserted.
  let owner: Located<Int>?
  let group: Located<Int>?
  let executableBy: Located<String>?
}
