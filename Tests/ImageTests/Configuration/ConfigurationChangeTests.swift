import Image
import Source
import Testing

@Suite struct ConfigurationChangeTests {
  private static var base: ImageConfiguration {
    var base = ImageConfiguration()
    base.environment = ["PATH=/usr/bin:/bin", "A=one"]
    base.command = ["sh"]
    base.workingDirectory = "/srv"
    return base
  }

  private func changed(_ lines: String...) throws -> ImageConfiguration {
    var configuration = Self.base
    try ConfigurationChange.apply(lines, to: &configuration)
    return configuration
  }

  @Test func anEntrypointDropsTheCommandOfTheImage() throws {
    let image = try changed(#"ENTRYPOINT ["/usr/bin/greet", "--loud"]"#)
    #expect(image.entrypoint == ["/usr/bin/greet", "--loud"])
    #expect(image.command == nil)
  }

  @Test func anEntrypointKeepsACommandThatIsSetWithIt() throws {
    let image = try changed("CMD [\"-x\"]", "entrypoint [\"/e\"]")
    #expect(image.entrypoint == ["/e"])
    #expect(image.command == ["-x"])
  }

  @Test func theShellFormGoesToTheShell() throws {
    #expect(try changed("CMD echo $A  b").command == ["/bin/sh", "-c", "echo $A  b"])
    #expect(try changed("CMD ['a']").command == ["/bin/sh", "-c", "['a']"])
  }

  @Test func anEmptyCommandKeepsTheOneOfTheImage() throws {
    #expect(try changed("CMD []").command == ["sh"])
    #expect(try changed("CMD").command == ["/bin/sh", "-c"])
  }

  @Test(arguments: ["ENTRYPOINT []", "ENTRYPOINT", "entrypoint  "])
  func `an empty entrypoint keeps the one of the container`(_ line: String) throws {
    var configuration = Self.base
    configuration.entrypoint = ["/bin/sh"]
    configuration.command = nil
    try ConfigurationChange.apply([line], to: &configuration)
    #expect(configuration.entrypoint == ["/bin/sh"] && configuration.command == nil)
  }

  @Test func `what stands behind a list does not count`() throws {
    #expect(try changed(#"CMD ["a", "]\"", "b"] x"#).command == ["a", #"]\#""#, "b"])
  }

  @Test func `a change may have several lines, and comments`() throws {
    let image = try changed("# of us\nENV A=2\n\nENV B=3 \\\n  # more\n\n  C=4\nUSER x\r\n", "LABEL a=\\")
    #expect(image.environment == ["PATH=/usr/bin:/bin", "A=2", "B=3", "C=4"])
    #expect(image.user == "x" && image.labels == ["a": ""])
  }

  @Test(arguments: [
    "# nothing else", "ENV A=1\nB=2", "LABEL a='x\ny'", "CMD <<EOF\nx\nEOF", "VOLUME []",
    "HEALTHCHECK --interval=0 CMD x", "HEALTHCHECK --timeout=1us CMD x",
  ])
  func `what docker refuses is refused`(_ line: String) {
    #expect(throws: ConfigurationChange.Fault.self) { try changed(line) }
  }

  @Test func `of published ports those of the container count`() throws {
    let image = try changed("EXPOSE 8080:80/tcp 127.0.0.1:81:82 0")
    #expect(image.exposedPorts == ["0/tcp", "80/tcp", "82/tcp"])
  }

  @Test(arguments: [
    ("ENV A=two", "two"), ("ENV A two words", "two words"), ("ENV A=\"two  words\"", "two  words"),
    ("ENV A='$A'", "$A"), ("ENV A=$A-${A}", "one-one"), ("ENV A=\"x${B:-y}z\"", "xyz"),
    ("ENV A=${A:+set}", "set"),
    ("ENV A=${B:-${A}}", "one"), (#"ENV A=a\ b"#, "a b"), (#"ENV A=\$A"#, "$A"), (#"ENV A="\q""#, #"\q"#),
    ("ENV B=1 A=2", "2"), ("ENV A=$", "$"), ("ENV A=$$x", "x"), ("ENV A=$!$?$#$*$@$-.", "."),
  ])
  func variablesAreExpandedAsDockerDoes(_ line: String, _ expected: String) throws {
    #expect(try changed(line).environmentValue("A") == expected)
  }

  @Test func aKnownVariableKeepsItsPlace() throws {
    let image = try changed("ENV PATH=/opt/bin:$PATH", "ENV NEW=1")
    #expect(image.environment == ["PATH=/opt/bin:/usr/bin:/bin", "A=one", "NEW=1"])
  }

  @Test func portsAndVolumesAreSets() throws {
    let image = try changed(
      "EXPOSE 80 53/udp 8000-8002", "EXPOSE 80/tcp", "VOLUME /b /a", "VOLUME [\"/c d\"]")
    #expect(image.exposedPorts == ["53/udp", "80/tcp", "8000/tcp", "8001/tcp", "8002/tcp"])
    #expect(image.volumes == ["/a", "/b", "/c d"])
  }

  @Test(arguments: [
    ("WORKDIR sub", "/srv/sub"), ("WORKDIR /a/../b/", "/a/../b/"), ("WORKDIR ../..", "/"),
    ("WORKDIR $A", "/srv/one"),
  ])
  func aRelativeFolderIsLaidOnTheOneBefore(_ line: String, _ expected: String) throws {
    #expect(try changed(line).workingDirectory == expected)
  }

  @Test func labelsUserSignalAndTriggersAreSet() throws {
    let image = try changed(
      "LABEL a=1 \"b.c\"='x y'", "USER greeter:users", "STOPSIGNAL SIGQUIT", "ONBUILD RUN make  it",
      "HEALTHCHECK --interval=1m30s --retries=3 CMD curl localhost")
    #expect(image.labels == ["a": "1", "b.c": "x y"])
    #expect(image.user == "greeter:users")
    #expect(image.stopSignal == "SIGQUIT")
    #expect(image.onBuild == ["RUN make  it"])
    #expect(image.healthcheck?.test == ["CMD-SHELL", "curl localhost"])
    #expect(image.healthcheck?.interval == 90_000_000_000)
    #expect(image.healthcheck?.retries == 3)
  }

  @Test(arguments: [
    ("", "the change is empty"),
    ("BOGUS x", "`BOGUS` is not an instruction that a commit takes"),
    ("RUN make", "`RUN` is not an instruction that a commit takes"),
    ("USER", "`USER` names no value"),
    ("ENV A", "`ENV A` has no value"),
    ("ENV A=1 B", "`B` in `ENV` has no `=`"),
    ("ENV =1", "`ENV` has a value without a name"),
    ("CMD [1]", "`CMD` in JSON form holds other than strings"),
    ("EXPOSE web", "`web` is not a port"),
    ("EXPOSE 80/icmp", "`80/icmp` names the protocol `icmp`"),
    ("EXPOSE 90-80", "`90-80` is not a port"),
    ("EXPOSE 70000", "`70000` is not a port"),
    ("STOPSIGNAL SIGNONE", "`SIGNONE` is not a signal"),
    ("ONBUILD FROM x", "`ONBUILD` cannot trigger `FROM`"),
    ("VOLUME [\"\"]", "`VOLUME` names an empty path"),
    ("ENV A=\"x", "a quote or brace is not closed in `\"x`"),
    ("ENV A=${A", "`${A` is not a form of `${NAME}` that is known"),
    ("ENV A=${B:?none}", "`B` is not set: none"),
  ])
  func aWrongChangeIsAnsweredByWhatIsWrong(_ line: String, _ message: String) {
    #expect { try changed(line) } throws: { ($0 as? ConfigurationChange.Fault)?.message == message }
  }

  @Test func deeplyNestedExpansionEnds() {
    let deep = String(repeating: "${A:-", count: 10_000)
    #expect(throws: ConfigurationChange.Fault.self) { try changed("ENV B=" + deep) }
  }

  @Test func aFailedChangeChangesNothing() {
    var configuration = Self.base
    #expect(throws: ConfigurationChange.Fault.self) {
      try ConfigurationChange.apply(["USER x", "EXPOSE y"], to: &configuration)
    }
    #expect(configuration == Self.base)
  }
}
