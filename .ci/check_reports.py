"""Fails unless every test class of the sources ran, nothing was skipped outside the allow-list, the house's rules were held
against the code, and the formatter looked at every module; prints the coverage.

Usage: check_reports.py VERIFY_LOG COUNTS_OUT, from the root of a checkout after ./mvnw verify.
"""

import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

HOUSE = ["CompilerHouseTest", "DecodeHouseTest", "GraphTypesTest", "JudgeHouseTest", "ModuleHouseTest", "SourcesTest"]
TEST_ANNOTATION = re.compile(r"^\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate)\b", re.MULTILINE)


def allowed_skips():
    lines = Path(".ci/allowed-skips").read_text().splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def is_allowed(allowed, test_class, method):
    return f"{test_class}#{method}" in allowed or f"{test_class}#*" in allowed


def source_modules():
    """Modules that have Java sources."""
    sources = [p for p in Path().glob("**/src/*/java/**/*.java") if "target" not in p.parts]
    return sources, sorted({str(p)[: str(p).index("/src/")] for p in sources})


def main(log_file, counts_out):
    problems = []
    allowed = allowed_skips()
    log = Path(log_file).read_text(errors="replace")

    reports = [p for p in Path().glob("**/target/surefire-reports/TEST-*.xml") if p.parts.count("target") == 1]
    ran = defaultdict(int)
    skipped = 0
    for report in reports:
        for case in ElementTree.parse(report).getroot().iter("testcase"):
            test_class = case.get("classname")
            method = re.split(r"[({\[]", case.get("name"))[0]
            if case.find("skipped") is not None:
                skipped += 1
                if not is_allowed(allowed, test_class, method):
                    problems.append(f"skipped: {test_class}#{method}")
            elif case.find("failure") is not None or case.find("error") is not None:
                problems.append(f"failed: {test_class}#{method}")
            else:
                ran[test_class] += 1

    sources, modules = source_modules()
    for source in sources:
        if "/src/test/java/" not in str(source) or not TEST_ANNOTATION.search(source.read_text()):
            continue
        name = str(source).split("/src/test/java/")[1][: -len(".java")].replace("/", ".")
        nested = any(c.startswith(name + "$") for c in ran)
        if not ran[name] and not nested and not is_allowed(allowed, name, "*"):
            problems.append(f"no test of {name} ran")
    for name in HOUSE:
        if not ran[f"org.mneme.house.{name}"]:
            problems.append(f"the house's rules did not run: {name}")

    # Each module's part of the log must show the formatter's check; elsewhere the compiler's checks are tried with planted mistakes.
    checked = set(re.findall(r"spotless:[\d.]+:check \(format\) @ ([\w-]+)", log))
    for module in modules:
        artifact = re.search(r"</parent>.*?<artifactId>([\w-]+)</artifactId>", Path(module, "pom.xml").read_text(), re.DOTALL)
        if artifact.group(1) not in checked:
            problems.append(f"the formatter did not check {artifact.group(1)}")

    print_coverage(problems)
    if problems:
        sys.exit("\n".join(problems))
    total = sum(ran.values())
    print(f"{total} tests of {sum(1 for n in ran.values() if n)} classes ran, {skipped} skipped; {len(checked)} modules formatted")
    Path(counts_out).write_text(f"{total} {skipped}\n")


def print_coverage(problems):
    report = Path("runtime/cli/target/site/jacoco-aggregate/jacoco.csv")
    if not report.exists():
        problems.append(f"no coverage: {report} is missing")
        return
    covered, missed = defaultdict(int), defaultdict(int)
    for row in csv.DictReader(report.open()):
        for name in (row["GROUP"].split("/")[-1], "all"):
            covered[name] += int(row["LINE_COVERED"])
            missed[name] += int(row["LINE_MISSED"])
    for name in sorted(covered, key=lambda n: (n == "all", n)):
        lines = covered[name] + missed[name]
        print(f"line coverage of {name}: {100 * covered[name] / max(lines, 1):.1f} % of {lines}")


if __name__ == "__main__":
    main(*sys.argv[1:])
