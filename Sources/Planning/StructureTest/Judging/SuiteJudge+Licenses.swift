import Expectation
import Image
import Source

extension SuiteJudge {
  private static let documents = "/usr/share/doc"
  private static let refused = ["AGPL", "WTFPL"]
  /// Its text names a licence that does not apply to it.
  private static let exempt: Set<String> = ["libgnutls30"]

  /// Judges the licences of files.
  func license(_ test: LicenseTest) -> TestRun {
    var run = TestRun(section: "licenseTests", name: "", heading: "License Test", at: test.origin)
    if let refusal = surroundings.bareRefusal {
      run.refuse(refusal)
      return run
    }
    if let place = test.debian { debian(at: place, &run) }
    // Without that folder the original ends here.
    let isOver = test.debian != nil && isWithoutDocuments
    for (number, file) in test.files.enumerated() {
      let property = "files[\(number)]"
      if isOver {
        let expected = Self.expected(of: file.value)
        run.block(property, expected, "`\(Self.documents)` does not exist", at: file.location)
      } else {
        judge(file.value, property, at: file.location, &run)
      }
    }
    if test.debian == nil, test.files.isEmpty { run.pass("files", "none", at: test.origin) }
    return run
  }

  private func debian(at place: Location, _ run: inout TestRun) {
    let names: [String]
    switch folders() {
    case .failure(let error):
      return run.breakOff("debian", "all licences are fine", error.message, at: place)
    case .success(.unknown(let reason)):
      return run.leaveOpen("debian", "all licences are fine", reason, at: place)
    case .success(.absent):
      return run.fail(
        "debian", "all licences are fine", actual: "none", "`\(Self.documents)` does not exist", at: place,
        original: "Error reading directory: \(words.unreadable(Self.documents))")
    case .success(.value(let found)): names = found
    }
    for name in names where !Self.exempt.contains(name) {
      let path = "\(Self.documents)/\(name)/copyright"
      if case .absent = container.entry(path) {
        run.fail(
          "debian.\(name)", "has a licence", actual: "none", "`\(path)` does not exist", at: place,
          original: "Error reading license file for \(name): \(words.absent(path))")
        // The original goes on, and fails again.
        run.addError("Error reading license file for \(path): \(words.unreadable(path))")
        continue
      }
      judge(path, "debian.\(name)", at: place, &run)
    }
    if names.isEmpty { run.pass("debian", "all licences are fine", at: place) }
  }

  /// The names of the folders of documents, sorted.
  private func folders() -> Result<Known<[String]>, ImageError> {
    Result { () throws(ImageError) in
      let depth = Self.documents.utf8.split(separator: UInt8(ascii: "/")).count + 1
      return try container.image.entries(under: Self.documents).map { entries in
        entries.filter { $0.kind == .directory }.compactMap { entry in
          let parts = entry.path.utf8.split(separator: UInt8(ascii: "/"))
          return parts.count == depth ? String(Substring(parts[depth - 1])) : nil
        }
      }
    }
  }

  private static func expected(of path: String) -> String {
    "\(path) names none of \(refused.joined(separator: ", "))"
  }

  private var isWithoutDocuments: Bool {
    if case .success(.absent) = folders() { true } else { false }
  }

  private func judge(_ path: String, _ property: String, at place: Location, _ run: inout TestRun) {
    let expected = Self.expected(of: path)
    let found =
      settings.isStrict && settings.driver == .docker
      ? container.contentFromTheRoot(path) : container.content(path)
    func fail(_ message: String, _ original: String) {
      run.fail(
        property, expected, actual: "unreadable", message, at: place,
        original: "Error reading license file for \(path): \(original)")
    }
    switch found {
    case .bytes(let bytes): judge(bytes, path, property, expected, at: place, &run)
    case .absent(let named): fail("`\(path)` does not exist", words.unreadable(named))
    case .folder(let named): fail("`\(path)` is a folder", words.folder(named))
    case .special(let named): fail("`\(path)` is no regular file", words.unseen(named))
    case .circular(let named): fail("the links of `\(path)` lead in a circle", words.circular(named))
    case .noFolder(let named): fail("`\(path)` is no folder", words.noFolder(named))
    case .unknown(let reason): run.leaveOpen(property, expected, reason, at: place)
    case .broken(let message): run.breakOff(property, expected, message, at: place)
    }
  }

  private func judge(
    _ bytes: [UInt8], _ path: String, _ property: String, _ expected: String, at place: Location,
    _ run: inout TestRun
  ) {
    let upper = bytes.map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }
    guard let name = Self.refused.first(where: { upper.holds(Array($0.utf8), foldingCase: false) }) else {
      return run.pass(property, expected, at: place)
    }
    run.fail(
      property, expected, actual: name, "`\(path)` names \(name)", at: place,
      original: "Invalid license for \(path), license contains \(name)")
  }
}
