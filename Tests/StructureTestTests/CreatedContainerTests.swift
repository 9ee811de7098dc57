import Expectation
import Image
import Source
import StructureTest
import Support
import Testing

/// What the drivers of the original find at odd paths.
struct CreatedContainerTests {
  struct Case: Sendable {
    let driver: StructureTestSettings.Driver
    let path: String
    let exists: Bool

    init(_ driver: StructureTestSettings.Driver, _ path: String, _ exists: Bool) {
      self.driver = driver
      self.path = path
      self.exists = exists
    }
  }

  @Test(arguments: [
    Case(.docker, "/x/a.txt/", false), Case(.docker, "/x/loop", false), Case(.docker, "/x/d/", true),
    Case(.tar, "/x/a.txt/", true), Case(.tar, "/x/loop", true), Case(.tar, "/x/loop/y", false),
    Case(.tar, "/x/d/", true), Case(.host, "/x/a.txt/", false), Case(.host, "/x/loop", true),
  ])
  func `a path exists as the driver finds it`(_ example: Case) throws {
    var image = MemoryImage()
    image.add(file: "/x/a.txt", "a")
    image.add(file: "/x/d/b.txt", "b")
    image.add(ImageEntry(path: "/x/loop", kind: .symlink, mode: 0o777, target: "loop"))
    for compatibility in Compatibility.allCases {
      for wish in [true, false] {
        let text = """
          schemaVersion: 2.0.0
          fileExistenceTests: [{name: a, path: "\(example.path)", shouldExist: \(wish)}]
          """
        let settings = StructureTestSettings(compatibility, driver: example.driver, file: { _ in nil })
        let file = SourceFile(FileID("cst.yaml"), bytes: Array(text.utf8))
        let spec = StructureTestFile.read(file, settings).0
        let verdicts = spec.outcomes(in: ImageSearch(image), commands: [:]).map(\.verdict)
        #expect(verdicts == [wish == example.exists ? .passed : .failed], "\(compatibility) \(wish)")
      }
    }
  }
}
