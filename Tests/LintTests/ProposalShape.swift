import Testing

/// A repository, and the lines of `templates` that are proposed for it.
struct ProposalShape: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let files: [String: String]
  let entries: [String]

  init(_ name: String, _ files: [String: String], _ entries: [String]) {
    testDescription = name
    self.files = files
    self.entries = entries
  }
}

extension ProposalShape {
  static func template(script: String = "setup.sh") -> String {
    #"{"builders": [{"type": "docker", "image": "debian:12.1", "commit": true}], "#
      + #""provisioners": [{"type": "shell", "script": "\#(script)"}]}"#
  }

  static let packer = [
    "packer/web.json": template(), "packer/setup.sh": "#!/bin/sh\n", "packer/prod.json": "{}",
    "packer/test.json": "{}",
  ]

  static func packer(_ path: String, _ text: String) -> [String: String] {
    packer.merging([path: text]) { $1 }
  }

  /// Repositories of all kinds.
  static let all = plain + forges + pipelines

  /// Calls in Makefiles, scripts and files of tasks.
  static let plain = [
    ProposalShape(
      "a template whose files are found from the root",
      [
        "web.json": template(), "setup.sh": "#!/bin/sh\n",
      ], []),
    ProposalShape(
      "nothing says how it is built", packer,
      [
        "# from here 1 of its 1 files are found, from the root 0", "- path: packer/web.json",
        "working-directory: packer",
      ]),
    ProposalShape(
      "a Makefile changes the folder",
      packer("Makefile", "all:\n\t@cd packer && packer build -var-file=prod.json web.json\n"),
      [
        "# Makefile:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "each line of a recipe begins in the Makefile's folder",
      packer("Makefile", "all:\n\tcd packer\n\tpacker build packer/web.json\n"),
      [
        "# Makefile:3 builds it so", "- path: packer/web.json", "working-directory: .",
      ]),
    ProposalShape(
      "a Makefile lies beside the template, and its call goes on in the next line",
      packer("packer/Makefile", "web:\n\tpacker build \\\n\t  -var-file prod.json \\\n\t  web.json\n"),
      [
        "# packer/Makefile:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "two sets of variables",
      packer(
        "packer/Makefile",
        "a:\n\tpacker build -var-file=prod.json web.json\nb:\n\tpacker build -var-file=test.json web.json\n"),
      [
        "# packer/Makefile:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]", "# packer/Makefile:4 builds it so", "- path: packer/web.json",
        "working-directory: packer", "var-files: [packer/test.json]",
      ]),
    ProposalShape(
      "a script whose file of variables a variable names",
      packer(
        "build.sh",
        "#!/bin/sh\nset -e\ncd packer\npacker validate web.json && packer build -var-file=\"$ENV.json\" web.json\n"
      ),
      [
        "# build.sh:4 builds it so", "- path: packer/web.json", "working-directory: packer",
        "# build.sh:4 names `$ENV.json` for web.json, which only the run knows: write an entry for each value",
      ]),
    ProposalShape(
      "a Makefile's constant names the file, a target's own does not",
      packer(
        "Makefile",
        "ENV ?= prod\nDIR := packer\nSIZE = 20\nall:\n\tpacker build -var-file=$(DIR)/$(ENV).json -var size=$(SIZE) packer/web.json\n"
          + "one: KIND = test\none:\n\tpacker build -var-file=packer/$(KIND).json packer/web.json\n"
          + "both:\n\tfor v in prod test; do packer build -var-file=packer/$$v.json packer/web.json; done\n"),
      [
        "# Makefile:5 builds it so", "- path: packer/web.json", "working-directory: .",
        "var-files: [packer/prod.json]", "vars:", "size: \"20\"",
        "# Makefile:10 builds it so", "- path: packer/web.json", "name: \"packer/prod.json 2\"",
        "working-directory: .", "var-files: [packer/prod.json]",
        "# Makefile:10 builds it so", "- path: packer/web.json", "working-directory: .",
        "var-files: [packer/test.json]",
        "# Makefile:8 names `packer/$(KIND).json` for packer/web.json, which only the run knows: write an entry for each value",
      ]),
    ProposalShape(
      "a loop of a script, with the template in a variable",
      packer(
        "bin/build.sh",
        "cd \"$(dirname \"$0\")/..\"\nTEMPLATE=packer/web.json\nfor v in prod test; do\n  packer build -var-file=\"packer/$v.json\" \"$TEMPLATE\"\ndone\n"
          + "if [ -n \"$1\" ]; then\n  TEMPLATE=$1\nfi\npacker build \"$TEMPLATE\"\n"),
      [
        "# bin/build.sh:4 builds it so", "- path: packer/web.json", "working-directory: .",
        "var-files: [packer/prod.json]", "# bin/build.sh:4 builds it so", "- path: packer/web.json",
        "working-directory: .", "var-files: [packer/test.json]",
        "# bin/build.sh:9 names `$TEMPLATE`, which only the run knows: write an entry for each value",
      ]),
    ProposalShape(
      "a batch file's variable",
      packer("build.bat", "set STAGE=prod\r\npacker build -var-file=packer/%STAGE%.json packer/web.json\r\n"),
      [
        "# build.bat:2 builds it so", "- path: packer/web.json", "working-directory: .",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "a file of variables that is not there",
      packer("build.sh", "packer build -var-file=secret.json packer/web.json\n"),
      [
        "# build.sh:1 builds it so", "# `secret.json` is left out: it is not there",
        "- path: packer/web.json",
        "working-directory: .",
      ]),
    ProposalShape(
      "a call in PowerShell goes on in the next line",
      packer("build.ps1", "Set-Location packer\npacker build `\n  -var-file prod.json `\n  web.json\n"),
      [
        "# build.ps1:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "PowerShell",
      packer(
        "build.ps1",
        "Push-Location $PSScriptRoot\\packer\npacker.exe build -var-file=prod.json web.json\n"),
      [
        "# build.ps1:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "a package.json",
      packer(
        "package.json",
        "{\"scripts\": {\n\"image\": \"cd packer && packer build -var-file=prod.json web.json\"}}\n"),
      [
        "# package.json:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "a justfile",
      packer(
        "justfile",
        "image:\n  cd packer && packer build -var-file=prod.json web.json\n"),
      [
        "# justfile:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "a Taskfile",
      packer(
        "Taskfile.yml",
        "tasks:\n  image:\n    dir: packer\n    cmds:\n    - packer build -var-file=prod.json web.json\n"),
      [
        "# Taskfile.yml:5 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "a shell in brackets",
      packer(
        "build.sh",
        "(cd packer && PACKER_LOG=1 packer build -var-file=prod.json web.json | tee log)\npacker build web.json\n"
      ),
      [
        "# build.sh:1 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "a folder that is pushed",
      packer(
        "build.sh",
        "pushd packer > /dev/null\npacker build -var-file=prod.json web.json\npopd\npacker build web.json\n"),
      [
        "# build.sh:2 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "a recipe on the target's line",
      packer(
        "Makefile",
        "build: ; cd $(CURDIR)/packer && packer build -var-file=prod.json web.json\n"),
      [
        "# Makefile:1 builds it so", "- path: packer/web.json", "working-directory: packer",
        "var-files: [packer/prod.json]",
      ]),
    ProposalShape(
      "variables of the command line, secret ones left out",
      packer(
        "build.sh",
        "cd packer && packer build -var size=20 -var 'name=a b' -var token=x7f -var \"tag=$TAG\" -only docker web.json\n"
      ),
      [
        "# build.sh:1 builds it so", "# `tag` is left out: only the run knows its value",
        "- path: packer/web.json", "working-directory: packer", "vars:",
        "size: \"20\"", "name: \"a b\"",
      ]),
    ProposalShape(
      "a name that YAML would read otherwise",
      ["a b: c/12.json": template(), "a b: c/setup.sh": "#!/bin/sh\n"],
      [
        "# from here 1 of its 1 files are found, from the root 0", "- path: \"a b: c/12.json\"",
        "working-directory: \"a b: c\"",
      ]),
    ProposalShape(
      "what git ignores, and a call of nothing that is there",
      packer("Makefile", "all:\n\tpacker build other.json\n").merging([
        ".gitignore": "old/\n", "old/web.json": template(),
      ]) { $1 },
      [
        "# from here 1 of its 1 files are found, from the root 0", "- path: packer/web.json",
        "working-directory: packer",
      ]),
  ]
}
