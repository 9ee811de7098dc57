import Host
import Testing
import Drafting

@Suite struct SpecFinderTests {
  private let files = MemoryFileTree([
    "a.json": [], "a.spec.yaml": [], "b.yaml": [], "b.spec.yml": [], "c.json": [], "dir.d/e": [],
    "dir.d/e.spec.yaml": [],
    "dir.d/.f": [], "dir.d/.f.spec.yaml": [], "g.spec.yaml/x": [], "g.json": [],
  ])

  @Test(
    arguments: [
      ("a.json", "a.spec.yaml"), ("b.yaml", "b.spec.yml"), ("c.json", nil), ("dir.d/e", "dir.d/e.spec.yaml"),
      ("dir.d/.f", "dir.d/.f.spec.yaml"), ("g.json", nil), ("./a.json", "./a.spec.yaml"),
    ] as [(String, String?)])
  func `Finds the spec beside a template`(template: String, spec: String?) {
    #expect(SpecFinder.spec(beside: template, in: files) == spec)
  }
}
