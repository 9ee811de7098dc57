import Source

/// `fileContentTests`: patterns that must and must not occur in a file.
struct ContentTest: Sendable {
  let head: TestHead
  let path: Located<String>
  let expected: [Pattern]
  let excluded: [Pattern]
}
