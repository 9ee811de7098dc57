import Testing

@testable import Engine

@Suite struct ContainerPathTests {
  @Test(arguments: [
    ("/a/b", "/a/b"), ("a/b/", "/a/b"), (".", "/"), ("", "/"), ("/../../etc", "/etc"),
    ("/a/./b//c/..", "/a/b"), ("/", "/"),
  ])
  func `paths are made absolute, and none leads above the root`(_ text: String, _ expected: String) {
    #expect(ContainerPath(text).text == expected)
  }

  @Test func `a slash at the end means a folder`() {
    #expect(ContainerPath("/a/").meansFolder)
    #expect(ContainerPath("/a/.").meansFolder)
    #expect(ContainerPath("/").meansFolder)
    #expect(!ContainerPath("/a").meansFolder)
  }

  @Test func `a path knows its name and its folder`() {
    #expect(ContainerPath("/a/b").name == FileName("b"))
    #expect(ContainerPath("/a/b").parent.text == "/a")
    #expect(ContainerPath("/a").parent.text == "/")
  }
}
