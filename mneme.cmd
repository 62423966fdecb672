@echo off
rem Runs the mneme command: finds a JDK, builds on first use and after changes, then starts Java.
rem MNEME_JAVA_OPTS holds further options for the JVM.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "STATE=%ROOT%runtime\cli\target\mneme"
set "APP=%STATE%\app"

set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where java 2^>nul') do call :consider "%%~dpJ.."
if not defined JDK for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*\current") do call :consider "%%~D"
if not defined JDK (
  echo mneme needs a JDK 25 or newer, and none was found in JAVA_HOME, on the PATH or in the usual folders. 1>&2
  echo Install one, for example Eclipse Temurin 25 ^(https://adoptium.net^), or set JAVA_HOME to the one you have. 1>&2
  exit /b 2
)

if not exist "%APP%\mneme.jar" goto build
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:STATE\built).LastWriteTime; $changed = Get-ChildItem -LiteralPath ($env:ROOT + 'pom.xml'), ($env:ROOT + 'compiler'), ($env:ROOT + 'runtime'), ($env:ROOT + 'backends'), ($env:ROOT + 'native') -Recurse -File | Where-Object { $_.LastWriteTime -gt $built -and $_.FullName -notmatch '\\target\\|\\src\\test\\' } | Select-Object -First 1; if ($changed) { exit 1 }"
if errorlevel 1 goto build
goto run

:build
echo building mneme... 1>&2
if not exist "%STATE%" mkdir "%STATE%"
type nul > "%STATE%\started"
pushd "%ROOT%"
set "BEFORE=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
call mvnw.cmd -q -B -ntp -Dmneme.fast -Dmaven.test.skip=true -pl runtime/cli -am clean package > "%STATE%\build.log" 2>&1 < nul
set "FAILED=%ERRORLEVEL%"
set "JAVA_HOME=%BEFORE%"
popd
if not "%FAILED%"=="0" (
  echo mneme could not be built; the log: 1>&2
  type "%STATE%\build.log" 1>&2
  exit /b 2
)
if exist "%APP%" rmdir /s /q "%APP%"
move "%ROOT%runtime\cli\target\launcher\app" "%APP%" > nul
for %%F in ("%APP%\mneme-cli-*.jar") do move "%%F" "%APP%\mneme.jar" > nul
move /y "%STATE%\started" "%STATE%\built" > nul
"%JDK%\bin\java" "-XX:AOTCacheOutput=%APP%\mneme.aot" -Xlog:disable --enable-native-access=ALL-UNNAMED -jar "%APP%\mneme.jar" --help > nul 2>&1

:run
"%JDK%\bin\java" "-XX:AOTCache=%APP%\mneme.aot" -Xlog:disable --enable-native-access=ALL-UNNAMED %MNEME_JAVA_OPTS% -jar "%APP%\mneme.jar" %*
exit /b %ERRORLEVEL%

rem Takes the folder %1 as the JDK if it holds one that is new enough.
:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "tokens=1 delims=." %%M in ("%%~V") do if %%M GEQ 25 set "JDK=%~f1"
exit /b 0
