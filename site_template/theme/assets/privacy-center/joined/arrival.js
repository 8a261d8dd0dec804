/* Joined by `make scripts` from the files one folder up, where it can be read. */
(()=>{{let e=()=>{let[a]=performance.getEntriesByType("navigation");a&&new URL(a.name).pathname!==location.pathname&&location.reload()};e(),window.addEventListener("popstate",e)}})();
